/** Hints, and feedback on mistakes, of lab 03/01, in English. */
export const en = {
  hints: [
    "Which fields of web.json speak of a machine that Fargate does not give you, and which one does Fargate need that EC2 can do without?",
    "AWS names one problem at a time: privileged, networkMode, then cpu and memory of the task. A task in awsvpc mode needs --network-configuration on EC2 as well, and there without a public address.",
    'In web.json: "requiresCompatibilities": ["EC2", "FARGATE"], "networkMode": "awsvpc", "cpu": "256", "memory": "512", and no privileged. On Fargate: --cluster bare --launch-type FARGATE.',
  ],
  mistakes: {
    "still-privileged":
      "privileged gives a container the rights of root on its host. On Fargate the host belongs to AWS, so the setting is refused, whatever else the definition says.",
    "still-bridge":
      "bridge and host share the network of a machine. A task on Fargate shares its machine with nobody, so there is only awsvpc.",
    "no-size":
      "On EC2 the sum of the containers is enough. On Fargate the task itself needs cpu and memory, since that is the size of the machine that AWS starts for it, and what you pay.",
    "ec2-revision-on-fargate":
      "This revision was registered for EC2 only. The launch type of a call chooses among those that the definition is compatible with; it does not change the definition.",
    "public-ip-on-ec2":
      "On EC2 the interface of a task never gets a public address. Only Fargate takes assignPublicIp=ENABLED; leave it out here, and let the task go out through a NAT gateway.",
    "no-subnet-on-ec2":
      "The new revision is in awsvpc mode, and such a task gets a network interface of its own on EC2, too. ECS must be told in which subnet.",
    "old-revision-again":
      "What runs on the instance is the old revision in bridge mode. Run the one that runs on Fargate, too: web without a number is the newest.",
  },
} as const;
