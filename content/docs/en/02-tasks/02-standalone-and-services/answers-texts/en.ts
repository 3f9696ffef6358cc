/** Hints, and feedback on mistakes, of lab 02/02, in English. */
export const en = {
  hints: [
    "Who knows how many tasks there should be: ECS, or only you?",
    "RunTask has a count, and forgets it; CreateService has a desired count, and keeps to it. aws ecs describe-services shows in events what the service did. A service goes when nothing is wanted of it any more.",
    "aws ecs create-service --service-name web --task-definition webserver --desired-count 3 --launch-type FARGATE --network-configuration ..., with the network of your run-task. To end: update-service --desired-count 0, delete-service, and stop-task for those that the service never had.",
  ],
  mistakes: {
    "counts-the-others":
      "A service counts only the tasks that it started itself. Those that you ran have the same definition, but another group: they are none of its own.",
    "replaced-by-hand":
      "You were the scheduler just now: you saw that one was missing, and you started it. The next one may go at night. What compares and starts without you is a service.",
    "stopped-one-by-one":
      "Each task that you stop is one too few for the service, and it starts the next. It stops when its desired count says so, not when its tasks do.",
    "not-at-zero":
      "DeleteService protects what is still wanted. First say that nothing is wanted any more, or say expressly that you mean it.",
    "forgot-the-others":
      "The service took its own tasks with it. The standalone ones were never its own, and they run on until you stop them.",
    "job-in-a-service":
      "hello ends by itself when it is done. A service takes each end for a loss and starts it again, for ever. What is to run once is run with RunTask.",
  },
  facts: "What became of the tasks.",
} as const;
