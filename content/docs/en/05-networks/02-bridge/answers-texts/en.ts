/** Hints, and feedback on mistakes, of lab 05/02, in English. */
export const en = {
  hints: [
    "Three programs listen on port 80, and the machine has only one port 80. Where do the two meet?",
    "networkBindings in describe-tasks, docker ps and ss on the machine all show the host ports. A container's runtimeId in describe-tasks is its id in Docker.",
    "aws ecs run-task --task-definition web --launch-type EC2 --count 3 --placement-strategy type=binpack,field=memory; then ssh ec2-user@INSTANCE docker ps; then quayside connect OTHER-INSTANCE INSTANCE:PORT",
  ],
  mistakes: {
    "spread-out":
      "Three copies run, but on two machines. Ask for one machine: binpack fills one before it takes the next.",
    "with-a-subnet":
      "A task in bridge mode has no interface that a subnet could be chosen for. It stands where its machine stands. Leave the network configuration out.",
    "only-port-80":
      "80 is the port inside of the container, and nobody outside can call it. Look for the port of the machine that leads there.",
    "stopped-by-ecs":
      "You asked ECS to stop the task. This time go behind its back: stop the container on the machine, and see what ECS makes of it.",
    "own-port": "That is app itself, on its own port. The cache listens on 6379: is it there, too?",
    "outside-again":
      "You called from the other machine, and the cache has published nothing. Call from app, which shares docker0 with it.",
    "two-fit": "Two machines have a port 80 each, so two copies fit. What about one more?",
  },
} as const;
