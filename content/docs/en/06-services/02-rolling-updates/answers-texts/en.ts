/** Hints, and feedback on mistakes, of lab 06/02, in English. */
export const en = {
  hints: [
    "Compute both bounds before you call: how many healthy tasks must there be, how many tasks may there be? What may the scheduler do with four?",
    "The lower bound is rounded up, the upper one down. A deployment begins with another task definition or with --force-new-deployment; other percentages alone change the one that is going on.",
    'aws ecs update-service --service web --force-new-deployment --deployment-configuration "minimumHealthyPercent=...,maximumPercent=...". With a maximum of 100 add --availability-zone-rebalancing DISABLED. For clock: 80 percent of five are four.',
  ],
  mistakes: {
    "only-registered":
      "A new revision is text in a list. The service keeps the one that it was told, until UpdateService names another one.",
    "one-hundred-twice":
      "With 100 and 100 nothing could ever be started or stopped. This one pair AWS refuses; others that come to the same it accepts.",
    "zones-need-room":
      "Availability Zone rebalancing starts a task before it stops one, so it cannot live with a maximum of 100. Switch it off in the same call.",
    "not-forced":
      "Percentages say how a deployment goes; they are no reason to begin one. The definition is the same, so nothing was replaced.",
    "forced-again":
      "The next deployment has the same percentages, and hangs in the same place. The one that hung was given up for it.",
    "only-waited":
      "Nothing is on its way that could change anything: four may not become fewer, and not more. AWS waits as long as you do.",
    "rounded-away": "119 percent of five are 5.95, and the upper bound is rounded down: five. There is no sixth place.",
  },
} as const;
