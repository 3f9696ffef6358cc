/** What cards of services say, in English. AWS's own words stay as AWS spells them. */
import { BOUND_WORDS, type ServiceBound } from "@quayside/simulator";
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
  held: (bound: ServiceBound) => `held: ${BOUND_WORDS[bound]}`,
  /** What holds it is about to give way. */
  heldForNow: (bound: ServiceBound) => `for now: ${BOUND_WORDS[bound]}`,
  sentence: (service: { name: string; status: string; definitions: string; says: string }) =>
    `Service ${service.name}, ${service.status}, ${service.definitions}; ${service.says}`,
};

/** What a language has to say. */
export type CardTexts = typeof en;
