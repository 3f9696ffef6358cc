/** Texts of lab 07/04, in English. */
export const en = {
  title: "Five minutes of waiting",
  goal: "Wait until the load balancer serves. Replace the task of the service web by a new deployment and follow the old one to its end. Then shorten the deregistration delay of the group web and replace the task once more, and at last stop it yourself.",
  checks: {
    usual: "A deployment of web waited for the usual delay before the stop signal",
    shorter: "After a change of the group, a deployment of web waited for a minute at most",
    "by-hand": "A task of web that you stopped drained, too",
    exercise: "On your own: a task of orders got the time that its longest request needs",
  },
} as const;
