/** What the tour says in lab 02/01, in English. */
export const en = {
  title: "One task, from first to last status",
  stops: [
    "`PROVISIONING`. `createdAt` is there and `desiredStatus` is already `RUNNING`: that is where ECS wants the task. The subnet is known, the address is not.",
    "Fargate has found a machine, and the agent on it has reported: `connectivity` is `CONNECTED`.",
    "The network interface is attached, and the task goes on to `PENDING`. From here on the agent works: images, containers.",
    "`pullStoppedAt`: the image is here. A task that hangs in `PENDING` mostly hangs in front of this: no route to the registry, or no right to pull.",
    "`RUNNING`, and `startedAt` is written. For once `lastStatus` and `desiredStatus` say the same.",
    "`StopTask` sets `desiredStatus` to `STOPPED` at once; `lastStatus` stays `RUNNING`. Only a task behind a load balancer or in service discovery has something to leave: it would be `DEACTIVATING` now.",
    "The container got its stop signal, had `stopTimeout`, 30 seconds by default, to end, and nginx needed a moment. Who does not listen gets SIGKILL. ECS does not know yet: it hears of it in ten seconds.",
    "`DEPROVISIONING`: ECS knows now that no container runs any more, but the network interface still has to be removed. Its address is taken until then.",
    "`STOPPED`, for good. The record stays for about an hour: `stopCode`, `stoppedReason` and the exit codes tell why.",
    "In the inspector, each of these moments is a timestamp. Your lab waits untouched: run the job `hello` as well, and compare who was first.",
  ],
} as const;
