/** Texts of lab 06/03, in English. */
export const en = {
  title: "Who gives up, and when",
  goal: "Let a service called web keep two tasks of webserver:1. Roll out the version in webserver.json, which crashes, without any brake, and see what becomes of it. Stop that deployment, so that the service is back at revision 1. Then roll the same version out with a circuit breaker that goes back by itself.",
  checks: {
    kept: "The service web was steady with two tasks",
    "no-end": "Six tasks of web crashed, and the rollout goes on",
    stopped: "A deployment of web was stopped by a call and rolled back",
    tripped: "The circuit breaker stopped a deployment of web and rolled it back",
    exercise: "On your own: a service of clock goes back after two failed tasks",
  },
} as const;
