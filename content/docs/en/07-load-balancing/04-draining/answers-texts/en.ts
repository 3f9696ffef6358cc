/** Hints, and feedback on mistakes, of lab 07/04, in English. */
export const en = {
  hints: [
    "Who waits between the moment in which a task is told to stop and the moment in which its process hears of it, and for what?",
    "The delay is an attribute of the target group. It holds for the next target that is deregistered, so a task has to go to show it. A new deployment replaces every task; a smaller desired count takes some away.",
    'aws elbv2 modify-target-group-attributes --target-group-arn "$TG" --attributes Key=deregistration_delay.timeout_seconds,Value=SECONDS, then aws ecs update-service --service web --force-new-deployment. For orders, fetch the ARN of its own group, and choose the seconds after its longest request.',
  ],
  mistakes: {
    "no-delay":
      "With 0 seconds nothing drains: the target is gone at once, and every request that is under way ends with an error. Leave the requests some seconds.",
    "only-changed":
      "The attribute is set. It shows in the next target that is deregistered: replace the task once more.",
    "too-short":
      "The task got its stop signal before its longest request could have ended. Whoever waits for such an answer gets a 502.",
    "usual-delay":
      "The task waited for longer than it needs to: the delay of its group is still much longer than its longest request.",
    "by-hand":
      "This task drained because you stopped it. Let its service take one away: by a deployment, or by a smaller number.",
  },
} as const;
