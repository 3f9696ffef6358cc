/** Waits in words, in English: what is waited for, and that it did not come within the bound. */
import type { AwaitedKind } from "@quayside/simulator";

const things: { readonly [Kind in AwaitedKind]: (name: string) => string } = {
  taskRunning: (family) => `every task of ${family} is RUNNING`,
  taskStopped: (family) => `every task of ${family} is STOPPED`,
  containerHealthy: (name) => `container ${name} is HEALTHY`,
  containerStopped: (name) => `container ${name} is STOPPED`,
  containerRestarted: (name) => `container ${name} has been restarted`,
  instanceRegistered: (cluster) => `every instance of cluster ${cluster} is registered`,
  serviceSteady: (service) => `service ${service} is in a steady state`,
  serviceInactive: (service) => `service ${service} is INACTIVE`,
};

export const en = {
  things,
  settled: "nothing is on its way any more",
  /** As a step of a list; `bound` is undefined for a wait without one. */
  title: (what: string, bound: string | undefined) =>
    `Let time pass until ${what}${bound === undefined ? "" : `, ${bound} at most`}`,
  unmet: (what: string, bound: string) => `Not met within ${bound}: ${what}.`,
  steps: (count: number) => `${count} steps`,
};
