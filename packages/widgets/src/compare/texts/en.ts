/** Everything that comparing two runs says, in English. AWS's own words stay as AWS spells them. */
import type { FactName } from "../task-facts.ts";

/** The words of a comparison. `name` is what a run is called: `A`, `B` or a name that a lesson gave it. */
export interface CompareTexts {
  readonly both: string;
  readonly run: (name: string) => string;
  readonly speak: string;
  readonly speakHint: string;
  readonly speaksTo: (name: string) => string;
  readonly forked: (clock: string) => string;
  readonly same: string;
  readonly sameScenario: string;
  readonly parted: (clock: string) => string;
  readonly nothing: string;
  readonly missing: string;
  readonly ask: string;
  readonly keep: (name: string) => string;
  readonly stay: string;
  readonly differences: string;
  readonly differing: (count: number) => string;
  readonly caption: (clock: string) => string;
  readonly onlyDifferent: string;
  readonly noDifference: string;
  readonly more: (count: number) => string;
  readonly counts: string;
  readonly inSubnet: (name: string) => string;
  readonly onInstance: (id: string) => string;
  readonly show: string;
  readonly what: string;
  readonly differs: string;
  readonly facts: Readonly<Record<FactName, string>>;
}

export const en: CompareTexts = {
  both: "Two runs side by side",
  run: (name) => `Run ${name}`,
  speak: "Commands go here",
  speakHint: "Terminal, editor and faults act on this run. X changes to the other one.",
  speaksTo: (name) => `Commands go to run ${name}`,
  forked: (clock) => `Forked at ${clock}. B is a copy that goes its own way; commands go to B now.`,
  same: "Both runs are the same up to here. Do something in one of them, then let time pass.",
  sameScenario: "Both runs are the same up to here.",
  parted: (clock) => `They part at ${clock}.`,
  nothing: "nothing happens",
  missing: "none",
  ask: "Which run do you keep? The other one goes.",
  keep: (name) => `Keep ${name}`,
  stay: "Go on comparing",
  differences: "Differences",
  differing: (count) => (count === 0 ? "no task differs" : `${count} ${count === 1 ? "task differs" : "tasks differ"}`),
  caption: (clock) => `Both runs at ${clock}`,
  onlyDifferent: "Only what differs",
  noDifference: "Nothing differs at this moment.",
  more: (count) => `and ${count} more tasks`,
  counts: "All tasks",
  inSubnet: (name) => `in subnet ${name}`,
  onInstance: (id) => `on ${id}`,
  show: "Show",
  what: "What",
  differs: "differs",
  facts: {
    revision: "Task definition",
    created: "Created at",
    subnet: "Subnet",
    instance: "EC2 instance",
    status: "lastStatus",
    health: "Health",
    pull: "Image pull",
    running: "RUNNING after",
    stopped: "STOPPED after",
    stopCode: "stopCode",
    reason: "Reason",
    phase: "State",
    exitCode: "exitCode",
    restarts: "Restarts",
  },
};
