/** Hints, and feedback on mistakes, of lab 06/03, in English. */
export const en = {
  hints: [
    "Who counts the tasks that fail, and what happens when the number is reached?",
    "aws ecs list-service-deployments names the deployment that is going on, stop-service-deployment goes back from it. The circuit breaker is a part of the deployment configuration and has two switches: enable and rollback.",
    'aws ecs update-service --service web --task-definition webserver:2 --deployment-configuration "deploymentCircuitBreaker={enable=true,rollback=true}". For clock add thresholdConfiguration={type=COUNT,value=2}, and begin with a revision that works.',
  ],
  mistakes: {
    "only-waited":
      "Somebody counts: look at failedTasks. But without a circuit breaker the number has no consequence. The service starts the next task, and the next, until somebody ends the deployment.",
    "stopped-tasks":
      "The service replaces what you stop, from the same revision. The deployment is what has to be stopped.",
    "no-rollback":
      "The deployment has FAILED and nothing more is started, but nobody went back: the failed one is still PRIMARY. That is the other switch.",
    "nothing-to-go-back-to":
      "The first deployment of a service has none before it that was COMPLETED. It fails, and the service stays without tasks.",
    "three-by-default":
      "Half of two tasks is one, but the usual threshold is three at least. A threshold of your own says how it counts, too.",
  },
} as const;
