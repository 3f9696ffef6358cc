/** Hints, and feedback on mistakes, of lab 01/05, in English. */
export const en = {
  hints: [
    "Where does the output of a program go when nobody has said where? And who, outside of the container, would have to carry it away?",
    "The container needs logConfiguration with logDriver and three options; the definition needs an execution role; the log group must exist when the container is made. When a task stops before it ran, stoppedReason says which of these is missing.",
    "Create /ecs/report with aws logs create-log-group. Run the job, then look into its stream with aws logs get-log-events or in the inspector, under Logs. The last line names an environment variable.",
  ],
  mistakes: {
    "no-execution-role":
      "Somebody must have the right to write into the log group, and it is not your program: the driver works outside of the container. Which role acts for a task before and around its containers?",
    "no-prefix":
      "On Fargate the prefix is the first part of the stream's name, and it is required. Without it nobody could tell from the name which container of which task was speaking.",
    "driver-of-docker":
      "json-file keeps the lines on the disk of the host, where docker logs finds them. On Fargate there is no host that you could log in to, so only drivers that send the lines away are allowed.",
    "create-group-false":
      'This option has one value, the text "true". If the group shall not be created, leave the option out.',
    "other-region":
      "The driver looks for the group in the Region of awslogs-region, wherever the task runs. A log group exists in one Region only.",
    "no-group":
      "The task stopped before its container ran, because the log group does not exist. Registering does not look for it; the driver does, when the container is about to be made. Create the group, or let the driver create it.",
    "create-group-denied":
      "The option asks the driver to create the group, and the driver asks with the execution role. The managed policy AmazonECSTaskExecutionRolePolicy allows streams and events, but not groups. Use a role that may, or create the group yourself.",
    "log-not-read":
      "The log is there and the job still fails. Read the last line of the stream: it names what the program looks for and does not find.",
  },
} as const;
