/** Texts of lab 06/05, in English. */
export const en = {
  title: "The same name, another build",
  goal: "Let a service called shop keep two tasks of shop. Push a new build under latest, scale the service to three and replace a task, and see which build they run. Then bring the pushed build to all three without a new revision. It turns out to be bad: bring the first build back.",
  checks: {
    kept: "The service shop was steady with two tasks",
    pinned: "After the push, two more tasks ran the first build",
    forced: "A forced deployment brought the pushed build to three tasks",
    "way-back": "Revision 2, with the digest of the first build, is rolled out",
    exercise: "On your own: a new build for two tasks of kiosk, never more than two",
  },
} as const;
