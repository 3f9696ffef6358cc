/** Hints, and feedback on mistakes, of lab 00/02, in English. */
export const en = {
  hints: [
    "Which of the three is a place, which is a plan, and which is the thing that really runs?",
    "The three operations are CreateCluster, RegisterTaskDefinition and RunTask, in this order. One revision can be run as often as you like; RunTask has a count.",
    "aws ecs create-cluster --cluster-name NAME, then aws ecs register-task-definition --cli-input-json file://app.json, then aws ecs run-task --cluster NAME --count 2 ... with launch type and network.",
  ],
  mistakes: {
    "cluster-missing":
      "RunTask did not find the cluster. Without --cluster it looks for one that is called default; in a new account there is none until somebody creates it.",
    "two-revisions":
      "Two tasks run, but from two revisions. Registering again makes a new revision even when nothing changed; copies come from running the same revision again.",
    "one-after-another":
      "The first copy was stopped before the second one ran. Tasks of one revision do not replace one another: both may run.",
  },
} as const;
