/** Texts of lab 01/08, in English. */
export const en = {
  title: "Repair a broken definition",
  goal: "Repair shop-web.json without losing anything that it wants: family shop-web for Fargate, nginx 1.29 on port 80, the execution role shopExecutionRole, the secret shop/database as DB_PASSWORD, and logs in the group /ecs/shop-web of us-east-1 with the prefix web. Register it and bring one task of it to RUNNING in the cluster default.",
  checks: {
    sent: "A registration got past the AWS CLI",
    port: "The container listens on port 80",
    logs: "Its logs have a group, a Region and a prefix",
    role: "The execution role stands at the task level",
    secret: "The container gets the secret DB_PASSWORD",
    running: "A task of the whole definition reached RUNNING",
    exercise: "On your own: shop-job.json is repaired (1 GB), and a task of it ended with 0",
  },
} as const;
