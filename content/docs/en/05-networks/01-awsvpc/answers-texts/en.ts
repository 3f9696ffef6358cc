/** Hints, and feedback on mistakes, of lab 05/01, in English. */
export const en = {
  hints: [
    "Who owns the address at which web answers: the container, the task or the machine?",
    "quayside connect FROM TO:PORT tests a connection. FROM may be the name of a container (web, visitor) or a container instance. For the third copy read failures in the answer of run-task.",
    'aws ecs run-task --task-definition shop --launch-type EC2 --network-configuration "awsvpcConfiguration={subnets=[subnet-0ccc1111222233334],securityGroups=[...]}"; then quayside connect web localhost:...',
  ],
  mistakes: {
    "no-network":
      "In awsvpc mode the task gets an interface, and ECS must know in which subnet. On EC2 as on Fargate, that is the network configuration of the call.",
    "public-address":
      "Tasks on EC2 never get a public address of their own. Leave assignPublicIp out: this subnet has a NAT gateway for the way out.",
    "on-fargate":
      "awsvpc is the only mode of Fargate, but not the other way round: this definition is for EC2, and so is this lesson.",
    "by-name":
      "The packet arrived, but only because this tool knows the container by its name. A program in web has no such name to call: in awsvpc mode there are no links. What address do both containers share?",
    "too-early":
      "localhost is right, but the cache was not ready: it fills itself for twelve seconds after its start. Let some time pass and try again.",
    "default-group":
      "The task stands behind the VPC's default group, because the call named none: it lets in its own members only, and the machines are members. Run the task with the group shop.",
    "made-room":
      "You stopped the first copy before you ran the second one. Both have port 80, but not the same address: let them run side by side.",
  },
} as const;
