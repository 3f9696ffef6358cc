/**
 * Lab 01/08: a task definition as it is found in study notes, put together from snippets of two tools and never tried.
 * The editor tab begins as text that is not JSON.
 */
import {
  called,
  defineLab,
  field,
  hasContainer,
  registered,
  taskReached,
  taskStopped,
  textFile,
  textsOf,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

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
/** Of the exercise: other faults, one of each reader, and one that only the start finds. */
export const jobFile = "shop-job.json";
const brokenJob = `{
  "family": "shop-job",
  "requiresCompatibilities": ["FARGATE"],
  "networkMode": "awsvpc",
  "cpu": "256",
  "memory": "1000",
  "containerDefinitions": [
    {
      "name": "job",
      "image": "busybox:1.73",
      "command": "echo done",
      "enviroment": [{ "name": "MODE", "value": "nightly" }],
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

export default defineLab(texts, {
  id: "01/08",
  seed: 18,
  scenario: {
    id: "cluster-and-log-group",
    title: "A cluster without tasks, and a log group",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "logs", operation: "CreateLogGroup", input: { logGroupName: "/ecs/shop-web" } },
    ],
  },
  files: [textFile(file, broken), textFile(jobFile, brokenJob)],
  checks: [
    {
      id: "sent",
      test: called({ operation: REGISTER }),
    },
    {
      id: "port",
      test: registered({ family, where: [has80] }),
    },
    {
      id: "logs",
      test: registered({ family, where: [hasLogs] }),
    },
    {
      id: "role",
      test: registered({ family, where: [hasRole] }),
    },
    {
      id: "secret",
      test: registered({ family, where: [hasSecret] }),
    },
    {
      id: "running",
      test: (view) => {
        const isWhole = registered({ family, where: whole })(view);
        return isWhole.passed ? ranWhole(view) : isWhole;
      },
    },
    {
      id: "exercise",
      test: taskStopped({ family: "shop-job", exitCode: 0, definition: [field("memory", "1024")] }),
    },
  ],
});
