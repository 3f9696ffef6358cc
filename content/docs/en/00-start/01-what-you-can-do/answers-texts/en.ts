/** Hints, and feedback on mistakes, of lab 00/01, in English. */
export const en = {
  hints: [
    "What does ECS need to know to start a container: which definition, in which cluster, on what, in which network?",
    "Use the Run button of the lab, or aws ecs run-task in the terminal. Time moves only while it plays: press play and watch lastStatus. To stop, select the task on the map.",
    "In the terminal: aws ecs run-task --task-definition hello-web --launch-type FARGATE --network-configuration ..., then aws ecs list-tasks to find the task, then aws ecs stop-task --task ...",
  ],
  mistakes: {
    "one-of-two-stopped":
      "You ran more than one task and stopped only some of them. Each task lives and is billed by itself; list what is still there.",
  },
} as const;
