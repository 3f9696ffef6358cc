/** Hints, and feedback on mistakes, of lab 01/01, in English. */
export const en = {
  hints: [
    "A Fargate task has no instance of yours under it. What must the definition say that an instance would otherwise decide?",
    "Two top-level fields are missing from webserver.json: one says on what the definition must be able to run, the other how much memory the whole task gets. Task sizes are strings.",
    'Add "requiresCompatibilities": ["FARGATE"] and the memory that belongs to 256 CPU units in the goal. When you run it in a public subnet, think of assignPublicIp.',
  ],
  mistakes: {
    "nothing-repaired":
      "Nobody says how much memory there is: not the task, not the container. ECS names the container in its message; on Fargate the place to say it is the task.",
    "no-task-memory":
      "Fargate sells whole tasks by size, so the size must stand at the task level: cpu and memory both. The memory of a container only divides what the task has.",
    "pair-that-does-not-exist":
      "Fargate offers fixed pairs of cpu and memory. 256 CPU units go with 512, 1024 or 2048 MiB and nothing else.",
    "other-family":
      "You registered a definition under another name. The family is the name by which RunTask and services find it, so its spelling counts.",
    "registered-for-ec2":
      "ECS checked this revision against the rules of EC2. What stands in requiresCompatibilities decides whose rules are checked when you register; it may name more than one.",
    "fargate-not-required":
      "The definition was accepted, but it does not require Fargate. ECS works out by itself where it could run (see compatibilities in the answer); nothing holds the next revision to that.",
    "other-size":
      "Fargate accepts this size, but it is not the one of the goal. The task is billed for what it asks, used or not.",
    "other-port":
      "containerPort is the port on which the program inside the container listens. The nginx image listens on 80; a port mapping does not change that.",
    "wrong-tag":
      "The registry answered that there is no such image. Registering a definition does not look at the registry: a wrong tag shows only when a task starts. Read the image name in the message letter by letter.",
    "private-subnet":
      "The task runs and pulled its image through the NAT gateway, as tasks in production usually do. The goal asks for a public address, and that needs a public subnet with assignPublicIp.",
  },
} as const;
