/** Texts of lab 02/01, in English. */
export const en = {
  title: "Two ways for a task to end",
  goal: "Run a task of webserver, let it reach RUNNING, stop it yourself and follow it to STOPPED. Run a task of hello and let it end by itself. Leave nothing running.",
  checks: {
    running: "A task of webserver reached RUNNING",
    "stopped-by-you": "You stopped it: stopCode UserInitiated",
    "every-status": "One task passed every status of its life",
    "exited-by-itself": "A task of hello ended by itself with exit code 0",
    "two-orders": "Their timestamps tell who was first",
    "nothing-left": "No task is left",
    exercise: "On your own: a task of farewell ended by itself with exit code 3",
  },
} as const;
