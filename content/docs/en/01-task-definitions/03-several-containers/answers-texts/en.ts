/** Hints, and feedback on mistakes, of lab 01/03, in English. */
export const en = {
  hints: [
    "What has to be over before web may begin, and what has to be alive?",
    "Whoever is meant to end must not be essential, and whoever is to be HEALTHY needs a health check in the definition. A restart policy counts how long the container ran.",
    'In migrate: "essential": false. In cache: "healthCheck": { "command": ["CMD-SHELL", "cache-cli ping || exit 1"] }. In worker: "restartPolicy": { "enabled": true, "restartAttemptPeriod": 60 }.',
  ],
  mistakes: {
    "essential-migration":
      "migrate is meant to end, and an essential container that ends takes the task with it. Nobody wrote essential in migrate, and left out it means true.",
    "no-health-check":
      "Nothing says how to find out whether cache is healthy. A HEALTHCHECK inside the image does not count for ECS: it has to stand in the definition.",
    "nobody-essential":
      "A task lives as long as its essential containers. Without one ECS would not know when the task is over, so it refuses.",
    "start-instead-of-success":
      "START lets the registration through, but web no longer waits for the migration to be done. And migrate, still essential, ended well and took the whole task with it: exit code 0 does not protect from that.",
    "check-that-always-fails":
      "The command of the health check always fails, so cache is UNHEALTHY and web waits on. Nothing ends this: without a startTimeout the task stays PENDING for as long as you let it.",
    "start-timeout-too-short":
      "web gave up waiting when the startTimeout of cache was over. The health check looks for the first time after one interval, 30 seconds unless you say otherwise: the timeout has to leave room for that.",
    "override-of-nobody": "An override names a container of the definition. Compare the name letter by letter.",
    "default-restart-period":
      "The policy is enabled, but a container has to have run for restartAttemptPeriod before it is started again, and left out that means 300 seconds. The worker crashes after 90.",
    "ignored-its-own-crash":
      "ignoredExitCodes names the codes after which there is no restart, for example 0 of a job that is done. The worker crashes with 1, and that is on your list.",
    "no-restart-policy":
      "Nothing starts the worker again: it is essential, so its crash was the end of the task. Unless a policy says so, ECS never restarts a container in place.",
  },
} as const;
