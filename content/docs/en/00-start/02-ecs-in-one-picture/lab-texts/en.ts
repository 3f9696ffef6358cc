/** Texts of lab 00/02, in English. */
export const en = {
  title: "Cluster, task definition, task: one of each",
  goal: "Create a cluster, register the task definition in app.json, and run tasks of it on Fargate until two copies of the same revision are RUNNING at the same time.",
  checks: {
    cluster: "There is a cluster",
    definition: "A task definition for Fargate is registered",
    task: "A task was created in the cluster",
    running: "The task reached RUNNING",
    "two-copies": "Two copies of one revision ran at the same time",
    exercise: "On your own: three copies of cafe ran at once in the cluster quay",
  },
} as const;
