/**
 * Lab 01/04: a definition with a password in it. The password becomes a secret, the right role reads it, and a second
 * container comes from a registry with a login.
 */
import { any, defineLab, hasContainer, jsonFile, keepsOut, registered, taskReached, text } from "@quayside/grader";

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

export default defineLab({
  id: "01/04",
  seed: 14,
  title: text("A password that nobody reads", "Mật khẩu không ai đọc được"),
  scenario: {
    id: "shop-api-with-a-password",
    title: "A registered definition with a password in it",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: start },
    ],
  },
  files: [jsonFile(file, start)],
  goal: text(
    `Take the password out of shop-api. DB_PASSWORD comes from the key password of the secret ${database}, LOG_LEVEL from the parameter /shop/log-level. Add a second container with the image ${metricsImage}:2.3; the login for its registry is the secret ${registry}. The role that may read all of it is ${role("shopExecutionRole")}. Bring one task with both containers to RUNNING in the cluster default.`,
    `Đưa mật khẩu ra khỏi shop-api. DB_PASSWORD lấy từ key password của secret ${database}, LOG_LEVEL lấy từ parameter /shop/log-level. Thêm container thứ hai với image ${metricsImage}:2.3; thông tin đăng nhập registry của nó là secret ${registry}. Role được phép đọc tất cả những thứ này là ${role("shopExecutionRole")}. Đưa một task có cả hai container tới RUNNING trong cluster default.`,
  ),
  checks: [
    {
      id: "secret",
      title: text(
        "DB_PASSWORD comes from the secret, and the password stands nowhere",
        "DB_PASSWORD lấy từ secret, và mật khẩu không còn nằm ở đâu",
      ),
      test: registered({ family, where: [hasSecret, isClean] }),
    },
    {
      id: "parameter",
      title: text("LOG_LEVEL comes from Parameter Store", "LOG_LEVEL lấy từ Parameter Store"),
      test: any(takesLevel("/shop/log-level"), takesLevel(levelArn)),
    },
    {
      id: "read",
      title: text("A task got the secret and reached RUNNING", "Một task lấy được secret và đã đạt RUNNING"),
      test: taskReached({ family, cluster: "default", definition: [hasSecret], status: "RUNNING" }),
    },
    {
      id: "private",
      title: text(
        "The second container comes from registry.example.com, with a login",
        "Container thứ hai lấy từ registry.example.com, có thông tin đăng nhập",
      ),
      test: registered({ family, where: [hasMetrics] }),
    },
    {
      id: "running",
      title: text("A task with both containers reached RUNNING", "Một task có cả hai container đã đạt RUNNING"),
      test: taskReached({
        family,
        cluster: "default",
        definition: [hasSecret, isClean, hasMetrics],
        status: "RUNNING",
      }),
    },
  ],
});
