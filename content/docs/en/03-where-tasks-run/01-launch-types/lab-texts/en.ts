/** Texts of lab 03/01, in English. */
export const en = {
  title: "One image, two places",
  goal: "Run web twice on the container instance of the cluster default, one task after the other. Change web.json so that both EC2 and FARGATE take it. Run that revision twice on Fargate in the cluster bare, with a public address, and once on the container instance. Then stop every task, and see what is left.",
  checks: {
    "on-ec2": "web runs on your machine",
    "from-disk": "A second task found the image on the disk",
    portable: "A revision that both take",
    "on-fargate": "web runs in a cluster without a machine",
    "pulls-again": "Two tasks on Fargate pulled the same image",
    "same-revision": "The same revision on the instance",
    idle: "No task is left, and the machine still is",
    exercise: "On your own: api ran on Fargate without a public address, and on EC2",
  },
} as const;
