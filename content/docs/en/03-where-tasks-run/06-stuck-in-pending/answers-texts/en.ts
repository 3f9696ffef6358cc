/** Hints, and feedback on mistakes, of lab 03/06, in English. */
export const en = {
  hints: [
    "Is there a task at all? If not, the answer of the call names the reason for each instance. If there is, its status says how far it came.",
    "ATTRIBUTE: compare requiresAttributes with list-attributes. RESOURCE: compare remainingResources. AGENT: agentConnected, then systemctl on the machine. No instances: ssh onto the machine that was launched for it. Task failed to start: containers[].reason.",
    "report: a driver that the agent announces, such as json-file. gateway: hostPort 0. payments: nginx:1.29. orders: start the agent of the machine that is silent. annex: launch again, with --iam-instance-profile Name=ecsInstanceRole.",
  ],
  mistakes: {
    "nobody-there":
      "The cluster has no container instance, though a machine was launched for it. EC2 says that it runs, so ask its agent: systemctl status ecs on the machine.",
    "wrong-cluster-name":
      "The new machine has its role, and asks for a cluster that does not exist. Its user data names the cluster, and is read at the first boot only.",
    "report-again":
      "Room is not the problem. The definition requires an attribute that no agent here announces. Look at requiresAttributes of the definition: one of them names a log driver.",
    "port-again":
      "Port 8080 of that machine belongs to another task. A static host port exists once on each machine. Who has it, and does gateway really need that one?",
    "orders-again":
      "Two instances, two reasons: one has no room for 2,600 MiB, the other one is silent. Waiting changes neither. Which of the two has the room?",
    "smaller-orders":
      "It runs, on the machine that was all right anyway, and with a fraction of the memory that it needs. The machine that is silent is still lost to the cluster.",
    "payments-again":
      "The task was placed, so no instance is to blame. It stopped before it ran; on EC2 stoppedReason only says Task failed to start. The container itself says why.",
    "worker-beside":
      "While the old worker is meant to run, ECS counts its share as taken, and there is no second one. Stop the old worker first, and run the new one while it still stops.",
    "worker-later":
      "You waited until the old worker was STOPPED, so the new one found an empty host. Do both at once: stop, and run in the same moment.",
  },
} as const;
