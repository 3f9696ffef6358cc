/** Answers of lab 01/08: hints, the solution, other routes, and the mistakes that people make. */
import {
  accepted,
  all,
  defineAnswers,
  edited,
  editJson,
  editText,
  noPublicIp,
  not,
  refused,
  registered,
  registerFile,
  runTask,
  taskStopped,
  textsOf,
  UNTIL_SETTLED,
} from "@quayside/grader";
import { broken, family, file, has80, jobFile, options, REGISTER, role, secretArn, valueFrom } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const oneComma = broken.replace('"512"\n', '"512",\n');
const bothCommas = oneComma.replace("8080 }]\n", "8080 }],\n");
const colons = bothCommas.replaceAll(" =", ":").replace('"DB_PASSWORD"', '"DB_PASSWORD",');
const parses = colons.replace(/^( +)(\w+) *:/gm, '$1"$2":');

const secrets = [{ name: "DB_PASSWORD", valueFrom }];
const web = {
  name: "web",
  image: "public.ecr.aws/nginx/nginx:1.29",
  essential: true,
  portMappings: [{ containerPort: 80 }],
  secrets,
  logConfiguration: { logDriver: "awslogs", options },
};
const complete = {
  family,
  executionRoleArn: role,
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [web],
};
// What is undefined is left out of the JSON.
const withoutRole = { ...complete, executionRoleArn: undefined };
const withoutSecret = { ...web, secrets: undefined };
const withoutLogs = { ...web, logConfiguration: undefined };
const withoutRegion = { ...options, "awslogs-region": undefined };
const withoutPrefix = { ...options, "awslogs-stream-prefix": undefined };
const withContainer = (container: object) => ({ ...complete, containerDefinitions: [container] });

interface Fields {
  readonly secrets?: unknown;
  readonly cpu?: unknown;
  readonly containerDefinitions?: readonly Fields[];
  readonly executionRoleArn?: unknown;
  readonly logConfiguration?: unknown;
  readonly environment?: readonly { readonly name?: string }[];
}
const isMisplaced = (json: unknown) => {
  const { secrets: atTask, cpu, containerDefinitions: containers } = json as Fields;
  return atTask !== undefined || typeof cpu === "number" || containers?.[0]?.executionRoleArn !== undefined;
};
const firstContainer = (input: Fields) => input.containerDefinitions?.[0] ?? {};
const isPassword = ({ name }: { readonly name?: string }) => name === "DB_PASSWORD";
const isWithoutPassword = ({ secrets: inContainer, environment = [] }: Fields) =>
  inContainer === undefined && !environment.some(isPassword);
const register = (definition: object) => [editJson(file, definition), registerFile(file)];

export default defineAnswers(texts, {
  hints: 3,
  solution: [...register(complete), runTask({ family }), UNTIL_SETTLED],
  exercise: [
    editJson(jobFile, {
      family: "shop-job",
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: "256",
      memory: "1024",
      containerDefinitions: [
        {
          name: "job",
          image: "busybox:1.37",
          command: ["echo", "done"],
          environment: [{ name: "MODE", value: "nightly" }],
        },
      ],
    }),
    registerFile(jobFile),
    runTask({ family: "shop-job" }),
    UNTIL_SETTLED,
  ],
  routes: [
    [
      ...register({
        ...complete,
        cpu: ".25 vCPU",
        memory: "0.5 GB",
        containerDefinitions: [{ ...web, image: "nginx:1.29", portMappings: [{ containerPort: 80, hostPort: 80 }] }],
      }),
      runTask({ family, network: "private" }),
      UNTIL_SETTLED,
    ],
    [
      ...register(withContainer(withoutSecret)),
      ...register({
        ...complete,
        containerDefinitions: [{ ...web, secrets: [{ name: "DB_PASSWORD", valueFrom: secretArn }] }],
      }),
      runTask({ family: `${family}:2`, count: 2 }),
      { advanceMs: 60_000 },
    ],
  ],
  mistakes: [
    {
      id: "only-commas",
      commands: [
        registerFile(file),
        editText(file, oneComma),
        registerFile(file),
        editText(file, bothCommas),
        registerFile(file),
      ],
      fails: "sent",
      seen: edited(file, ({ json, text: content }) => json === undefined && content.includes("secrets =")),
    },
    {
      id: "names-without-quotes",
      commands: [editText(file, colons), registerFile(file)],
      fails: "sent",
      seen: edited(file, ({ json, text: content }) => json === undefined && !content.includes("secrets =")),
    },
    {
      id: "fields-out-of-place",
      commands: [editText(file, parses), registerFile(file)],
      fails: "sent",
      seen: edited(file, ({ json }) => json !== undefined && isMisplaced(json)),
    },
    {
      id: "host-port-kept",
      commands: register(withContainer({ ...web, portMappings: [{ containerPort: 80, hostPort: 8080 }] })),
      fails: "port",
      seen: refused({ operation: REGISTER, id: "awsvpc-hostport" }),
    },
    {
      id: "port-changed",
      commands: register(withContainer({ ...web, portMappings: [{ containerPort: 8080, hostPort: 8080 }] })),
      fails: "port",
      seen: all(registered({ family }), not(registered({ family, where: [has80] }))),
    },
    {
      id: "no-region",
      commands: register(withContainer({ ...web, logConfiguration: { logDriver: "awslogs", options: withoutRegion } })),
      fails: "logs",
      seen: refused({ operation: REGISTER, id: "log-req" }),
    },
    {
      id: "no-prefix",
      commands: register(withContainer({ ...web, logConfiguration: { logDriver: "awslogs", options: withoutPrefix } })),
      fails: "logs",
      seen: refused({ operation: REGISTER, id: "fargate-streamprefix" }),
    },
    {
      id: "logs-deleted",
      commands: register(withContainer(withoutLogs)),
      fails: "logs",
      seen: accepted({ operation: REGISTER, input: (input) => firstContainer(input).logConfiguration === undefined }),
    },
    {
      id: "task-role-instead",
      commands: register({ ...withoutRole, taskRoleArn: role }),
      fails: "role",
      seen: refused({
        operation: REGISTER,
        id: "secret-role",
        input: (input) => input.taskRoleArn !== undefined,
      }),
    },
    {
      id: "role-deleted",
      commands: register(withoutRole),
      fails: "role",
      seen: refused({ operation: REGISTER, id: "secret-role" }),
    },
    {
      id: "password-in-the-open",
      commands: register(
        withContainer({ ...withoutSecret, environment: [{ name: "DB_PASSWORD", value: "correct horse" }] }),
      ),
      fails: "secret",
      seen: accepted({
        operation: REGISTER,
        input: (input) => firstContainer(input).environment?.some(isPassword) === true,
      }),
    },
    {
      id: "secret-deleted",
      commands: register(withContainer(withoutSecret)),
      fails: "secret",
      seen: accepted({ operation: REGISTER, input: (input) => isWithoutPassword(firstContainer(input)) }),
    },
    {
      id: "image-of-the-notes",
      commands: [
        ...register(withContainer({ ...web, image: "public.ecr.aws/nginx/nginx:1.92" })),
        runTask({ family }),
        UNTIL_SETTLED,
      ],
      fails: "running",
      seen: taskStopped({ family, started: false, why: "pull.not-found" }),
    },
    noPublicIp({ fails: "running", family, before: register(complete) }),
  ],
});
