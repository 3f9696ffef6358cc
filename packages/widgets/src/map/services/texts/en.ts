/** What cards of services say, in English. AWS's own words stay as AWS spells them. */
import type { ServiceBound } from "@quayside/simulator";
import type { TaskCounts } from "../../../base/service-facts.ts";

export const en = {
  services: "Services",
  counts: ({ running, pending, stopping }: TaskCounts) =>
    [
      `${running} running`,
      ...(pending > 0 ? [`${pending} pending`] : []),
      ...(stopping > 0 ? [`${stopping} stopping`] : []),
    ].join(", "),
  desired: (desired: number) => `desired ${desired}`,
  between: (lower: number, upper: number) => `(${lower} to ${upper})`,
  held: {
    maximum: "held: as many tasks as maximumPercent allows",
    minimum: "held: minimumHealthyPercent lets none stop",
    placement: "held: no instance takes the task",
    throttle: "held: tasks fail to start, a pause grows",
    protection: "held: protected tasks stay",
    failed: "held: the deployment has failed",
    rate: "held: 500 starts a minute",
  } as Readonly<Record<ServiceBound, string>>,
  sentence: (service: { name: string; status: string; definitions: string; says: string }) =>
    `Service ${service.name}, ${service.status}, ${service.definitions}; ${service.says}`,
};

/** What a language has to say. */
export type CardTexts = typeof en;
