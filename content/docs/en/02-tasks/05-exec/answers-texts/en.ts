/** Hints, and feedback on mistakes, of lab 02/05, in English. */
export const en = {
  hints: [
    "When is it decided whether a task takes sessions: when it starts, or when you ask for one?",
    "run-task has --enable-execute-command. The agent needs up to a minute after the container; describe-tasks shows it in managedAgents. Who opens the session is not you but the task role.",
    'aws ecs run-task --task-definition webserver --launch-type FARGATE --enable-execute-command --network-configuration ..., then aws ecs execute-command --task TASK_ID --interactive --command "/bin/sh". Inside: curl -s localhost, echo "..." > /usr/share/nginx/html/index.html, exit.',
  ],
  mistakes: {
    "without-flag":
      "This task was started without ECS Exec, and nothing can be added to a task that runs. Start another one with --enable-execute-command.",
    "too-early":
      "The task runs, but its agent does not yet: it comes half a minute to a minute after the container. The message is the same as for a task without ECS Exec; managedAgents tells them apart.",
    "wrong-role":
      "The agent runs but is not connected: shopTaskRole does not allow the four ssmmessages actions. Another task role does.",
    "execution-role":
      "The execution role is for pulling the image and writing logs, before and beside your code. The agent of ECS Exec lives in the container and uses the task role.",
  },
} as const;
