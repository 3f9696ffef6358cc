/** Texts of lab 01/04, in English. */
export const en = {
  title: "A password that nobody reads",
  goal: "Take the password out of shop-api. DB_PASSWORD comes from the key password of the secret arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/database-Rq7kZe, LOG_LEVEL from the parameter /shop/log-level. Add a second container with the image registry.example.com/acme/metrics:2.3; the login for its registry is the secret arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/registry-mW3xTb. The role that may read all of it is arn:aws:iam::123456789012:role/shopExecutionRole. Bring one task with both containers to RUNNING in the cluster default.",
  checks: {
    secret: "DB_PASSWORD comes from the secret, and the password stands nowhere",
    parameter: "LOG_LEVEL comes from Parameter Store",
    read: "A task got the secret and reached RUNNING",
    private: "The second container comes from registry.example.com, with a login",
    running: "A task with both containers reached RUNNING",
    exercise: "On your own: shop-admin got ADMIN_NAME from the key username",
  },
} as const;
