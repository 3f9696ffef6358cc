/** Hints, and feedback on mistakes, of lab 07/03, in English. */
export const en = {
  hints: [
    "What does the health check ask, on which port, and what has to come back? And who acts when it does not?",
    "describe-target-health names a reason: a wrong status code, no answer in time, or nobody who listens. modify-target-group changes what is asked. How long a service looks away is its own setting: the health check grace period.",
    'aws elbv2 modify-target-group --target-group-arn "$WEB" --health-check-path /health, and back. aws ecs update-service --service api --health-check-grace-period-seconds 120. For clock, read HealthCheckPort and HealthCheckPath of its group.',
  ],
  mistakes: {
    "only-waited":
      "Every new task goes the way of the one before: it is judged before it can answer. Waiting does not make it faster.",
    "too-short":
      "The server answers after 40 seconds, but its target has failed by then and has to pass five checks in a row. The grace period must last until that.",
    "nobody-listens":
      "Health checks failed, without a status code: at the port that is asked nobody listens. Compare it with the port of the container.",
    "other-page":
      "Now somebody answers, but with another status code than the one that is wanted. The server does not have the page that is asked for.",
  },
} as const;
