/**
 * Lab 01/08: a task definition as it is found in study notes, put together from snippets of two tools and never tried.
 * The editor tab begins as text that is not JSON.
 */
import { called, defineLab, field, hasContainer, registered, taskReached, text, textFile } from "@quayside/grader";

export const file = "shop-web.json";
export const family = "shop-web";
export const role = "arn:aws:iam::123456789012:role/shopExecutionRole";
export const secretArn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/database-Rq7kZe";
export const valueFrom = `${secretArn}:password::`;
export const REGISTER = "RegisterTaskDefinition";

/** What the learner begins with: two commas are missing, the end is Terraform, and then come the real mistakes. */
export const broken = `{
  "family": "shop-web",
  "requiresCompatibilities": ["FARGATE"],
  "networkMode": "awsvpc",
  "cpu": 256,
  "memory": "512"
  "containerDefinitions": [
    {
      "name": "web",
      "image": "public.ecr.aws/nginx/nginx:1.92",
      "essential": true,
      "executionRoleArn": "${role}",
      "portMappings": [{ "containerPort": 80, "hostPort": 8080 }]
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/shop-web",
          "awslogs-stream-prefix": "web"
        }
      }
    }
  ],
  secrets = [
    {
      name      = "DB_PASSWORD"
      valueFrom = "${valueFrom}"
    }
  ]
}
`;
export const options = {
  "awslogs-group": "/ecs/shop-web",
  "awslogs-region": "us-east-1",
  "awslogs-stream-prefix": "web",
};

const hasRole = field("executionRoleArn", role);
const hasSecret = hasContainer({ secret: { name: "DB_PASSWORD", valueFrom: secretArn } });
export const has80 = hasContainer({ containerPort: 80 });
const hasLogs = hasContainer({ logDriver: "awslogs", logOptions: options });
const whole = [hasRole, hasSecret, has80, hasLogs];
const ranWhole = taskReached({ family, cluster: "default", definition: whole, status: "RUNNING" });

export default defineLab({
  id: "01/08",
  seed: 18,
  title: text("Repair a broken definition", "Sửa một definition hỏng"),
  scenario: {
    id: "cluster-and-log-group",
    title: "A cluster without tasks, and a log group",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "logs", operation: "CreateLogGroup", input: { logGroupName: "/ecs/shop-web" } },
    ],
  },
  files: [textFile(file, broken)],
  goal: text(
    `Repair shop-web.json without losing anything that it wants: family shop-web for Fargate, nginx 1.29 on port 80, the execution role shopExecutionRole, the secret shop/database as DB_PASSWORD, and logs in the group /ecs/shop-web of us-east-1 with the prefix web. Register it and bring one task of it to RUNNING in the cluster default.`,
    `Sửa shop-web.json mà không đánh mất điều gì nó muốn có: family shop-web cho Fargate, nginx 1.29 ở cổng 80, execution role shopExecutionRole, secret shop/database dưới tên DB_PASSWORD, và log trong group /ecs/shop-web của us-east-1 với prefix web. Đăng ký rồi đưa một task của nó tới RUNNING trong cluster default.`,
  ),
  checks: [
    {
      id: "sent",
      title: text("A registration got past the AWS CLI", "Một lần đăng ký đã qua được AWS CLI"),
      test: called({ operation: REGISTER }),
    },
    {
      id: "port",
      title: text("The container listens on port 80", "Container lắng nghe ở cổng 80"),
      test: registered({ family, where: [has80] }),
    },
    {
      id: "logs",
      title: text("Its logs have a group, a Region and a prefix", "Log có đủ group, Region và prefix"),
      test: registered({ family, where: [hasLogs] }),
    },
    {
      id: "role",
      title: text("The execution role stands at the task level", "Execution role nằm ở mức task"),
      test: registered({ family, where: [hasRole] }),
    },
    {
      id: "secret",
      title: text("The container gets the secret DB_PASSWORD", "Container nhận secret DB_PASSWORD"),
      test: registered({ family, where: [hasSecret] }),
    },
    {
      id: "running",
      title: text("A task of the whole definition reached RUNNING", "Một task của definition đầy đủ đã đạt RUNNING"),
      test: (view) => {
        const isWhole = registered({ family, where: whole })(view);
        return isWhole.passed ? ranWhole(view) : isWhole;
      },
    },
  ],
});
