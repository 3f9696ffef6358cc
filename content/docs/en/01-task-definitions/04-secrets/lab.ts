/**
 * Lab 01/04: a definition with a password in it. The password becomes a secret, the right role reads it, and a second
 * container comes from a registry with a login.
 */
import { any, defineLab, hasContainer, jsonFile, keepsOut, registered, taskReached, textsOf } from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

export const file = "shop-api.json";
export const family = "shop-api";
export const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
const secret = (name: string) => `arn:aws:secretsmanager:us-east-1:123456789012:secret:${name}`;
export const database = secret("shop/database-Rq7kZe");
export const registry = secret("shop/registry-mW3xTb");
export const levelArn = "arn:aws:ssm:us-east-1:123456789012:parameter/shop/log-level";
export const password = "tulip-4711";

const image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.0";
export const metricsImage = "registry.example.com/acme/metrics";
export const plain = (name: string, value: string) => ({ name, value });
export const user = plain("DB_USER", "shop");
export const leaked = plain("DB_PASSWORD", password);

export interface Api {
  readonly environment?: readonly object[];
  readonly secrets?: readonly object[];
}
export const define = (executionRole: string, api: Api, ...others: readonly object[]) => ({
  family,
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  executionRoleArn: role(executionRole),
  containerDefinitions: [{ name: "api", image, portMappings: [{ containerPort: 8080 }], ...api }, ...others],
});
/** What the learner begins with, and what is registered already. */
const start = define("ecsTaskExecutionRole", { environment: [user, leaked, plain("LOG_LEVEL", "info")] });

export const hasSecret = hasContainer({ secret: { name: "DB_PASSWORD", valueFrom: database, jsonKey: "password" } });
const takesLevel = (valueFrom: string) =>
  registered({ family, where: [hasContainer({ secret: { name: "LOG_LEVEL", valueFrom } })] });
export const isClean = keepsOut(password);
const hasMetrics = hasContainer({ repository: metricsImage, registrySecret: registry });

export default defineLab(texts, {
  id: "01/04",
  seed: 14,
  scenario: {
    id: "shop-api-with-a-password",
    title: "A registered definition with a password in it",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: start },
    ],
  },
  files: [jsonFile(file, start)],
  checks: [
    {
      id: "secret",
      test: registered({ family, where: [hasSecret, isClean] }),
    },
    {
      id: "parameter",
      test: any(takesLevel("/shop/log-level"), takesLevel(levelArn)),
    },
    {
      id: "read",
      test: taskReached({ family, cluster: "default", definition: [hasSecret], status: "RUNNING" }),
    },
    {
      id: "private",
      test: registered({ family, where: [hasMetrics] }),
    },
    {
      id: "running",
      test: taskReached({
        family,
        cluster: "default",
        definition: [hasSecret, isClean, hasMetrics],
        status: "RUNNING",
      }),
    },
    {
      id: "exercise",
      test: taskReached({
        family: "shop-admin",
        definition: [hasContainer({ secret: { name: "ADMIN_NAME", valueFrom: database, jsonKey: "username" } })],
        status: "RUNNING",
      }),
    },
  ],
});
