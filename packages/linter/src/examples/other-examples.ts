/** Files for the rules that are not the service's: what clients refuse, good practice, notes about the file. */
import { changed } from "@quayside/simulator/task-definition/samples";
import type { RuleExample } from "./rule-example.ts";

type Changes = Parameters<typeof changed>[1];

const LOGS = {
  logDriver: "awslogs",
  options: { "awslogs-group": "/ecs/web", "awslogs-region": "eu-central-1", "awslogs-stream-prefix": "web" },
};
const WEB = {
  family: "web",
  memory: "512",
  containerDefinitions: [{ name: "web", image: "nginx:1.29", logConfiguration: LOGS }],
};

const text = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function onWeb(bad: Changes, good: Changes = {}): RuleExample {
  return { name: "task.json", fails: text(changed(WEB, bad)), passes: text(changed(WEB, good)) };
}

const PORTS = { "c0.portMappings": [{ containerPort: 80 }] };
const TEMPLATE_TASK = `    Type: AWS::ECS::TaskDefinition
    Properties:
      Memory: "512"
      ContainerDefinitions:
        - Name: web
          Image: nginx:1.29
`;
const YAML = (comment: string): string =>
  `family: web\nmemory: "512"\ncontainerDefinitions:\n  - name: web\n    # ${comment}\n    image: nginx\n`;

export const OTHER_EXAMPLES: Readonly<Record<string, RuleExample>> = {
  "missing-parameter": onWeb(
    { "c0.environmentFiles": [{ value: "arn:aws:s3:::bucket/web.env" }] },
    {
      "c0.environmentFiles": [{ value: "arn:aws:s3:::bucket/web.env", type: "s3" }],
    },
  ),
  "unknown-parameter": onWeb({ "c0.enviroment": [] }, { "c0.environment": [] }),
  "invalid-type-parameter": onWeb({ cpu: 256 }, { cpu: "256" }),
  "invalid-length-parameter": onWeb({ tags: [{ key: "", value: "web" }] }, { tags: [{ key: "team", value: "web" }] }),
  "image-chars": onWeb({ "c0.image": "nginx: 1.29" }),
  "image-latest": onWeb({ "c0.image": "nginx" }),
  "image-misspelt": onWeb({ "c0.image": "ngnix:1.29" }),
  "no-logs": onWeb({ "c0.logConfiguration": undefined }),
  privileged: onWeb({ "c0.privileged": true }, { "c0.linuxParameters": { capabilities: { add: ["NET_ADMIN"] } } }),
  "plain-secret": onWeb(
    { "c0.environment": [{ name: "DB_PASSWORD", value: "harbour-7" }] },
    {
      executionRoleArn: "ecsTaskExecutionRole",
      "c0.secrets": [
        { name: "DB_PASSWORD", valueFrom: "arn:aws:secretsmanager:eu-central-1:123456789012:secret:db-Ab12Cd" },
      ],
    },
  ),
  "no-health-check": onWeb(PORTS, {
    ...PORTS,
    "c0.healthCheck": { command: ["CMD-SHELL", "curl -f http://localhost/ || exit 1"] },
  }),
  "describe-output": {
    name: "task.json",
    fails: text({ taskDefinition: { ...WEB, revision: 7, status: "ACTIVE" }, tags: [] }),
    passes: text(WEB),
  },
  "deploy-action": { name: "task.json", fails: text({ ...WEB, revision: 7, ipcMode: null }), passes: text(WEB) },
  "for-each": {
    name: "stack.yaml",
    fails: `Transform: AWS::LanguageExtensions\nResources:\n  'Fn::ForEach::Tasks':\n    - Name\n    - [Web, Api]\n    - "\${Name}":\n${TEMPLATE_TASK.replaceAll(/^/gm, "      ").trimEnd()}\n`,
    passes: `Resources:\n  Web:\n${TEMPLATE_TASK}`,
  },
  comments: { name: "task.jsonc", fails: `// the shop\n${text(WEB)}`, passes: text(WEB) },
  placeholder: onWeb({ "c0.image": "<IMAGE1_NAME>" }),
  "disable-comment": {
    name: "task.yaml",
    fails: YAML("quayside-disable-nextline image-latest"),
    passes: YAML("quayside-disable-next-line image-latest -- pinned by the pipeline"),
  },
  "unused-disable": {
    name: "task.yaml",
    fails: YAML("quayside-disable-next-line privileged"),
    passes: YAML("quayside-disable-next-line image-latest -- pinned by the pipeline"),
  },
};
