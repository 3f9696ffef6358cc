/** Hints, and feedback on mistakes, of lab 02/01, in English. */
export const en = {
  hints: [
    "Who decides that a web server is finished, and who decides it for a job?",
    "A stop passes three more statuses before STOPPED; let time go on and read lastStatus, stopCode, stoppedReason and the timestamps in the inspector or with aws ecs describe-tasks.",
    "aws ecs stop-task --task ... for the web server only, after it is RUNNING. For hello there is nothing to do but to run it: it exits five seconds after its start. Then wait about a minute.",
  ],
  mistakes: {
    "not-over-yet":
      "StopTask only sets desiredStatus. The task is on its way: containers stop first, then its network interface is removed. Let time go on.",
    "stopped-the-job":
      "You stopped the job before it could finish, so ECS wrote down you as the cause. Compare its exit code with that of a job that was left alone.",
    "second-web-server":
      "One web server is stopped, another one still runs. Stopping a task says nothing about its copies.",
  },
} as const;
