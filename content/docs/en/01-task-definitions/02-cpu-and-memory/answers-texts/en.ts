/** Hints, and feedback on mistakes, of lab 01/02, in English. */
export const en = {
  hints: [
    "Two containers share one gigabyte. Which of them should be the one that the kernel takes when it runs out?",
    "A hard limit is a wall around one container: it can be killed for its own appetite, and for nobody else's. Whether the task survives that is decided by essential.",
    'In agent: "memory": 192 and "essential": false. In thumbnails: "memoryReservation": 768 and no memory. Register, run, and wait about two minutes.',
  ],
  mistakes: {
    "size-between-the-steps":
      "Fargate has no task of 700 MiB. The message names the pair as ECS has read it: half a vCPU is 512 CPU units, and its memory begins at 1024 MiB and goes up in steps of 1024.",
    "containers-want-more-cpu":
      "The task has 512 CPU units; the two containers together ask for 640. Lower one of them: what a container asks for is its share when the CPU is short, not what it may use.",
    "wrong-unit": "Memory is either plain digits, which are MiB, or a number with GB. No other unit is documented.",
    "bought-more-memory":
      "Fargate has this size, but the goal is 1 GB. More memory only lets a leak live longer, and you pay for it in every task.",
    "limit-on-essential-agent":
      "The wall held: only agent was killed for its memory. But agent is essential, so its end was the end of the task, and thumbnails got SIGTERM in the middle of its work.",
    "limit-on-the-wrong-container":
      "The hard limit is on thumbnails, which needs its 700 MiB. Nothing holds agent back, so the two still fill the task together, and the larger one is killed.",
    "soft-limit-on-the-leak":
      "memoryReservation is a promise, not a wall: the container may take more as long as there is some. For a leak you need the limit that kills.",
    "render-on-fargate":
      "This size exists only where you bring the machine. Fargate goes from 1 vCPU to 2; on EC2 a task may have any size from 0.125 to 192 vCPU.",
  },
} as const;
