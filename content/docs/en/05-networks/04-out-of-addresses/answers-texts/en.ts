/** Hints, and feedback on mistakes, of lab 05/04, in English. */
export const en = {
  hints: [
    "A /28 has sixteen addresses. Who has some of them already, before you run anything?",
    "aws ec2 describe-subnets shows AvailableIpAddressCount. After stop-task watch it together with the status of the task. For the workers read failures in the answer of run-task.",
    'aws ecs run-task --task-definition shop --launch-type FARGATE --count ... --network-configuration "awsvpcConfiguration={subnets=[subnet-0ccc1111222233334]}", then one more, then stop-task; for the workers subnets=[subnet-0ddd1111222233334] and --cluster machines',
  ],
  mistakes: {
    "eleven-at-once":
      "One call of RunTask starts ten tasks at most, whatever room there is. Call it a second time for more.",
    "too-soon":
      "You have stopped a task, and no new one has its address yet. The interface is deleted only at the end of DEPROVISIONING, about half a minute after the container has ended. Wait until the old task is STOPPED, then run the new one.",
    "public-address":
      "A public address comes on top of the private one, it does not replace it. The task needs a subnet that has a private address left: private-b.",
    "other-zone":
      "The machine stands in private-b, in us-east-1b. An interface can only be attached to a machine in its own Availability Zone, so give the call a subnet of that zone.",
    "on-fargate":
      "worker is written for EC2. Slots for interfaces are a matter of machines; on Fargate nobody counts them but AWS.",
    "two-only":
      "Two workers run, and the machine has plenty of CPU and memory left. Is there room for a third? Ask ECS: run one more.",
    "network-for-bridge":
      "In bridge mode a task has no interface, so there is no subnet to choose. Leave the network configuration out.",
  },
} as const;
