/** Hints, and feedback on mistakes, of lab 03/02, in English. */
export const en = {
  hints: [
    "Who tells ECS that a machine is there, and with whose permission?",
    "The agent reads /etc/ecs/ecs.config when it starts; user data writes that file. ssh onto a machine and ask systemctl status ecs why its agent does not register. Draining keeps new tasks away and leaves standalone tasks alone.",
    "In user-data.sh: ECS_CLUSTER=fleet and a second line with ECS_RESERVED_MEMORY. Launch once with --iam-instance-profile Name=ecsInstanceRole and once without. The oldest machine comes first in aws ec2 describe-instances.",
  ],
  mistakes: {
    "wrong-cluster":
      "It registered, but in the cluster default. Nobody says in which cluster a machine is to be but its own configuration: what does your user data write?",
    "cluster-misspelt":
      "The machine runs, and its agent asks for a cluster that does not exist. User data runs at the first boot only, so launch a new machine with the right name.",
    "no-way-out":
      "The agent cannot reach ECS: a public subnet leads out only with a public address. A private subnet with a NAT gateway, or VPC endpoints for ecs, ecs-agent and ecs-telemetry, would do.",
    "nothing-reserved":
      "It joined, and offers tasks everything that its system sees. The agent reads its configuration when it registers; a line that comes later changes nothing of what is registered.",
    "arm-machine":
      "t4g machines have Arm processors, and this AMI is for x86_64. Each architecture has an ECS-optimized AMI of its own.",
    "deregistered-with-tasks":
      "Tasks still run there, so ECS refuses. With --force it would let go of them, running. Drain the instance first, and empty it.",
    "waits-for-draining":
      "Draining moves tasks of services. These two were started by hand and belong to nobody, so they stay for ever. You have to stop them, once their successors run.",
    "terminated-with-tasks":
      "The machine went with its tasks on it: no SIGTERM, no exit code, and nothing ran in their place. Drain first, then stop what is left, then terminate.",
    "drained-all": "You drained the new instance as well, so no task can go there. Set it back to ACTIVE.",
    "only-stopped":
      "A stopped machine stays registered, with agentConnected false, and its disk is still billed. Terminate it. If its agent is silent by then, you have to deregister the container instance yourself.",
  },
} as const;
