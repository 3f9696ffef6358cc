/** Texts of lab 01/05, in English. */
export const en = {
  title: "A job that says nothing",
  goal: "The job report fails and nobody knows why. Run it once as it is. Then send what the container report prints to the log group /ecs/report in us-east-1, with the prefix nightly. The execution role arn:aws:iam::123456789012:role/ecsTaskExecutionRole may write logs, arn:aws:iam::123456789012:role/loggingExecutionRole may also create log groups. Read what the job says, give it what it asks for (the bucket is shop-reports), and run it with exit code 0.",
  checks: {
    silent: "The job ended with exit code 1",
    configured: "The container report writes to the log group",
    stream: "A run of it has a log stream",
    worked: "A run with a log ended with exit code 0",
    exercise: "On your own: invoice logged to a group that its driver made, and ended with 0",
  },
} as const;
