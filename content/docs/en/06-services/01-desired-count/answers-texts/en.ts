/** Hints, and feedback on mistakes, of lab 06/01, in English. */
export const en = {
  hints: [
    "What do you tell a service when you want more tasks, and what when you want fewer?",
    "A service spreads its tasks over the zones of the subnets that it has been given. UpdateService with a desired count scales out and in; which tasks go is the scheduler's choice. StopTask makes room for replacements only.",
    "aws ecs create-service ... with both public subnets in subnets=[...], aws ecs update-service --service web --desired-count N, and twice aws ecs stop-task on tasks of the service. For clock: --availability-zone-rebalancing DISABLED.",
  ],
  mistakes: {
    "one-zone":
      "The service was given one subnet. A subnet lies in one Availability Zone, and that is where all of its tasks are.",
    "stopped-to-scale-in":
      "The tasks that you stop are missing from the desired count, and the service replaces them. Fewer tasks are wanted only when the number says so.",
    "no-service": "These tasks are standalone: no one keeps their number. What counts and replaces is a service.",
  },
} as const;
