/** What is said about mistakes that people make in every lab, in English. */

export const en = {
  noPublicIp:
    "The task could not get out: no registry and no service of AWS was in reach. The internet gateway of a public subnet serves only interfaces that have a public address; look at assignPublicIp in the network configuration.",
  noLaunchType:
    "RunTask without a launch type means EC2 (unless the cluster has a default capacity provider strategy), and this cluster has no EC2 instances. Registering a definition for Fargate does not choose Fargate for the run.",
  noNetwork:
    "A task in network mode awsvpc gets a network interface of its own, and ECS must be told in which subnet to create it.",
  stoppedTooEarly:
    "You stopped the task while it was still being prepared, so it has no startedAt. A stopped task never starts again: run a new one and give it about twenty seconds.",
  leftRunning:
    "The task still runs. Nothing ends a web server by itself, and on Fargate every second until the stop is billed.",
};
