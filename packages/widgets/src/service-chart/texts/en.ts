/** What the chart of a service says, in English. */

/** The numbers of one moment, for a sentence. */
export interface MomentOfService {
  readonly clock: string;
  readonly running: number;
  readonly older: number;
  readonly pending: number;
  readonly stopping: number;
  readonly desired: number;
  readonly lower: number;
  readonly upper: number;
}

export const en = {
  title: "Tasks over time",
  name: (service: string) => `Tasks of ${service} over time`,
  keys: "Arrow keys go to the change before or after, Page keys to the deployment before or after.",
  running: "running",
  older: "of those, older",
  pending: "pending",
  stopping: "stopping",
  desired: "desired",
  bounds: "bounds",
  time: "time",
  sentence: ({ clock, running, older, pending, stopping, desired, lower, upper }: MomentOfService) =>
    `${clock}: ${running} running${older === 0 ? "" : `, ${older} of them of an older revision`}, ${pending} pending, ${stopping} stopping, ${desired} desired, bounds ${lower} to ${upper}`,
  before: "The service was not there yet.",
  table: "Table",
  chart: "Chart",
  latest: (shown: number, all: number) => `The latest ${shown} of ${all} changes.`,
};

/** What a language has to say. */
export type ServiceChartTexts = typeof en;
