/** Hints, and feedback on mistakes, of lab 03/05, in English. */
export const en = {
  hints: [
    "How do you find the instances on which no task of a group runs?",
    "distinctInstance allows one task of the group on each instance. list-container-instances takes a --filter with task:group. start-task takes the ARNs of instances and asks no strategy. A service takes --scheduling-strategy DAEMON in place of a desired count.",
    'The filter: "not(task:group == family:collector)". To see what runs on a draining instance: aws ecs list-tasks --cluster fleet --container-instance ARN.',
  ],
  mistakes: {
    "counted-daemon": "A daemon has no number of its own. It counts the instances that fit, each time it looks.",
    "not-adopted":
      "There are two on each instance now. A service counts what it has started itself; yours are none of its own, and have to go.",
    everywhere:
      "Without a constraint it is on each ACTIVE instance. Say which ones are meant: their zone is an attribute.",
    "left-to-chance":
      "Without a constraint RunTask draws lots, and one instance got two while another has none. Stop them, and forbid the second one.",
    "spread-four":
      "Spread is a wish: with four tasks for three instances, one got two. A daemon is a rule, one and no more.",
    "waits-for-a-daemon":
      "The new machine stays without. RunTask was over when it had answered; nobody remembers that there was to be one on each. That is what a daemon service adds.",
    "wrong-cluster": "The machine registered in another cluster. Its user data says where it belongs.",
    "fargate-daemon":
      "On Fargate each task has a machine of its own that you never see. There is nothing that could be one on each.",
    "collector-first":
      "The collector went while web was still writing, so the last lines of web reached nobody. Set the instance ACTIVE again, or take another one, and let the collector go last.",
  },
} as const;
