/** Texts of lab 00/01, in English. */
export const en = {
  title: "Run a task, watch it, stop it",
  goal: "Run one task of the ready-made task definition hello-web on Fargate in the cluster default. Let it reach RUNNING, then stop it and wait until it is STOPPED.",
  checks: {
    created: "A task of hello-web was created",
    running: "The task reached RUNNING",
    "stop-asked": "You asked ECS to stop it",
    stopped: "It is STOPPED and nothing is left running",
    exercise: "On your own: a task of goodbye-web, stopped before it was RUNNING",
  },
} as const;
