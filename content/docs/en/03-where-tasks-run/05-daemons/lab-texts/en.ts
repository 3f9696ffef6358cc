/** Texts of lab 03/05, in English. */
export const en = {
  title: "One on each, by hand and by a service",
  goal: "Run collector exactly once on each of the three instances of fleet, asking for one more than there are instances. Launch a fourth machine that joins fleet, see that it gets no collector, and give it one. Stop one collector, and put it back. Then drain an instance with a web task and empty it, with its collector as the last to go. At last hand over: a service keeps one collector on each of the four, and none of yours is left.",
  checks: {
    "one-each": "One collector on each of three instances",
    "no-second": "No instance takes a second one",
    joined: "A fourth machine joined",
    covered: "The new machine has a collector, too",
    lost: "A collector was stopped",
    last: "On a draining instance the collector went last",
    daemon: "A service has one collector on each of four instances",
    "handed-over": "None of the collectors that you ran is left",
    exercise: "On your own: a daemon watcher on the two machines in us-east-1b",
  },
  lastToGo: (instance: string) => `On ${instance} the collector was the last to go.`,
  notYetEmptied: "No draining instance has been emptied with its collector as the last task.",
} as const;
