/** Texts of lab 01/02, in English. */
export const en = {
  title: "Room for two containers",
  goal: "Register gallery for Fargate with half a vCPU and 1 GB, run it and see the kernel kill thumbnails. Then give thumbnails a soft limit of 768 MiB and agent, no longer essential, a hard limit of 192 MiB; run it again until thumbnails ends with 0. Register render for EC2 with 1.5 vCPU and 3000 MiB.",
  checks: {
    size: "gallery has 512 CPU units and 1024 MiB on Fargate",
    killed: "thumbnails was killed for memory: exit code 137",
    limits: "thumbnails has a soft limit, agent a hard one",
    contained: "agent was killed alone, thumbnails ended with 0",
    "any-size-on-ec2": "render requires EC2, 1536 CPU units and 3000 MiB",
    exercise: "On your own: studio lost agent at 300 MiB, thumbnails ended with 0",
  },
} as const;
