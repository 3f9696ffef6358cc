/** Hints, and feedback on mistakes, of lab 05/03, in English. */
export const en = {
  hints: [
    "If the container has no network of its own, whose port 80 is it?",
    "quayside connect takes a container instance as FROM and as TO. For localhost name the container that calls: quayside connect probe localhost:PORT. The agent's introspection listens on 51678.",
    "aws ecs run-task --task-definition web --launch-type EC2, once, again, and once more; probe must land beside a copy of web, and there is one on each machine.",
  ],
  mistakes: {
    "from-the-internet":
      "The machine stands in a private subnet, so the internet cannot begin a connection to it. Host mode changes nothing about that. Call from the other machine.",
    "dynamic-port": "Dynamic ports belong to bridge mode. Here nothing is mapped: on which port does nginx listen?",
    "with-a-subnet":
      "In host mode the task has no interface, so there is no subnet to choose for one. Leave the network configuration out.",
    "only-one": "One copy runs. The second machine has a port 80, too.",
    "two-fit": "Two copies on two machines: both port 80 are taken now. Ask for one more.",
    "nobody-there":
      "localhost is the machine, and on this one nobody listens on port 80. Run web beside the probe first.",
    "sealed-itself":
      "localhost is the one thing that even a sealed container has, and nobody listens there. Try to reach somebody else.",
  },
} as const;
