/** Texts of lab 06/01, in English. */
export const en = {
  title: "A number that somebody keeps",
  goal: "Let a service called web keep four tasks of webserver in the subnets of two Availability Zones. Scale it to six, then to two. Then stop both of its tasks and let the service bring two others.",
  checks: {
    "two-zones": "Four tasks of web ran, two in each zone",
    "scaled-out": "Six tasks of web ran, three in each zone",
    "scaled-in": "The service stopped tasks until one was left in each zone",
    "came-back": "All tasks of web were lost, and two others came",
    exercise: "On your own: three tasks of clock without rebalancing, scaled in to one",
  },
  even: (count: number) => `${count} tasks of service:web ran at the same moment, ${count / 2} in each of two zones.`,
  notEven: (count: number, scaledIn: boolean) =>
    `There was no moment with ${count} tasks of service:web RUNNING, ${count / 2} in each of two zones${scaledIn ? ", after the service had stopped some" : ""}.`,
  cameBack: "Every task of service:web was stopped by hand, and the service started two others.",
  notLost: (hadNone: boolean) =>
    hadNone
      ? "No task of service:web is left; no two others run yet."
      : "The service web has not lost all of its tasks yet.",
  clock: (service: string) => `${service} had three tasks of clock in two zones, and was scaled in to one.`,
  noClock: (hadThree: boolean) =>
    hadThree
      ? "A service of clock without rebalancing had three tasks; it has not been scaled in to one."
      : "No service of clock without rebalancing has had three tasks in two zones.",
} as const;
