/** Hints, and feedback on mistakes, of lab 07/01, in English. */
export const en = {
  hints: [
    "Three things stand in a row: a listener of the load balancer, a target group that its rule names, and a service that names the group. Make them in this order.",
    "The type of a group cannot be changed later. Tasks with an interface of their own (awsvpc) want ip, tasks that use the network of their machine (bridge, host) want instance.",
    'aws ecs create-service ... --load-balancers "targetGroupArn=$WEB,containerName=web,containerPort=80": the container and the port as the task definition has them, not the port of the listener. For clock: a group of type instance, a listener on 9090, --launch-type EC2.',
  ],
  mistakes: {
    "usual-type":
      "Without --target-type a group is of type instance. A task on Fargate is on no instance of yours; its group has to be of type ip, and a type cannot be changed: make another group.",
    "no-listener":
      "Nothing leads to the group. ECS takes a group only when a listener or a rule of a load balancer forwards to it.",
    "other-container":
      "containerName is a name from the task definition, and no container there is called like this. The image is something else.",
    "port-of-the-door":
      "containerPort is where the container listens, as its port mapping says. The port of the listener does not matter here.",
    "only-run":
      "RunTask knows no load balancer: no option of it names a target group. Only a service registers its tasks.",
    "by-hand":
      "Somebody has registered an address by hand. It stays in the group whether anybody answers there or not, and ECS will never take it out.",
    "addresses-for-machines":
      "A task in bridge mode has no address of its own. Its target is the machine and a port of it, and that takes a group of type instance.",
    "host-is-no-address":
      "In host mode the container uses the network of its machine. The target is the machine: type instance.",
  },
} as const;
