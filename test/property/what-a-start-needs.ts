/** Roles, secrets and logins for random definitions: some that work, some that another role would need, some that are nowhere. */
import fc from "fast-check";

const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
const secret = (name: string) => `arn:aws:secretsmanager:us-east-1:123456789012:secret:${name}`;
const database = secret("shop/database-Rq7kZe");

/** A role that may read all of it comes twice as often as each of the others. */
export const executionRoleArn = fc.constantFrom(
  ...["shopExecutionRole", "shopExecutionRole", "ecsTaskExecutionRole", "shopTaskRole", "ecsInstanceRole"].map(role),
);

export const secrets = fc
  .constantFrom(
    `${database}:password::`,
    `${database}:nope::`,
    `${database}:password`,
    secret("payroll/database-Yk2nPs"),
    "/shop/log-level",
    "nowhere",
  )
  .map((valueFrom) => [{ name: "DB_PASSWORD", valueFrom }]);

export const repositoryCredentials = fc.constantFrom(
  { credentialsParameter: secret("shop/registry-mW3xTb") },
  { credentialsParameter: "shop/payment-token" },
  {},
);
