/** Answers of lab 01/02: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  any,
  containersInOrder,
  defineAnswers,
  editJson,
  field,
  hasContainer,
  noPublicIp,
  not,
  refused,
  registered,
  registerFile,
  requiresCompatibility,
  runTask,
  textsOf,
  UNTIL_SETTLED,
} from "@quayside/grader";
import {
  agent,
  family,
  file,
  finishedJob,
  inOneGb,
  job,
  killedAgent,
  renderFile,
  renderStart,
  shape,
  size,
} from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const smallAgent = { ...agent, cpu: 128 };
const sized = { ...shape, cpu: ".5 vCPU", memory: "1GB", containerDefinitions: [job, smallAgent] };
const limitedAgent = { ...smallAgent, essential: false, memory: 192 };
const reservedJob = { ...job, memoryReservation: 768 };
const limited = { ...sized, containerDefinitions: [reservedJob, limitedAgent] };
const renderOnEc2 = { ...renderStart, requiresCompatibilities: ["EC2"] };

/** A revision of the gallery, and a task of it until nothing more happens. */
const run = (definition: unknown) => [
  editJson(file, definition),
  registerFile(file),
  runTask({ family }),
  UNTIL_SETTLED,
];
const seenKilled = run(sized);

export default defineAnswers(texts, {
  hints: 3,
  solution: [...seenKilled, ...run(limited), editJson(renderFile, renderOnEc2), registerFile(renderFile)],
  exercise: [
    editJson(file, {
      ...shape,
      family: "studio",
      cpu: "1 vCPU",
      memory: "2 GB",
      containerDefinitions: [job, { ...agent, memory: 300, essential: false }],
    }),
    registerFile(file),
    runTask({ family: "studio" }),
    UNTIL_SETTLED,
  ],
  routes: [
    // In plain digits, with a hard limit for the job that is high enough, in a private subnet.
    [
      editJson(file, { ...sized, cpu: "512", memory: "1024" }),
      registerFile(file),
      runTask({ family, network: "private" }),
      { advanceMs: 120_000 },
      editJson(file, {
        ...sized,
        cpu: "0.5 vcpu",
        memory: "1 GB",
        containerDefinitions: [{ ...reservedJob, memory: 800 }, limitedAgent],
      }),
      registerFile(file),
      runTask({ family: `${family}:2`, network: "private" }),
      { advanceMs: 180_000 },
      editJson(renderFile, { ...renderOnEc2, networkMode: "bridge", cpu: "1536" }),
      registerFile(renderFile),
    ],
    // The kill is seen with a hard limit that is too low for the job; the limits come first, one after the other.
    [
      editJson(renderFile, { ...renderOnEc2, networkMode: "host" }),
      registerFile(renderFile),
      ...run({
        ...sized,
        containerDefinitions: [
          { ...job, memory: 512 },
          { ...limitedAgent, cpu: 100 },
        ],
      }),
      ...run(limited),
    ],
  ],
  mistakes: [
    {
      id: "size-between-the-steps",
      commands: [editJson(file, { ...sized, memory: "700" }), registerFile(file)],
      fails: "size",
      seen: refused({ operation: "RegisterTaskDefinition", id: "fargate-pair", message: "512 CPU, 700 memory" }),
    },
    {
      id: "containers-want-more-cpu",
      commands: [registerFile(file)],
      fails: "size",
      seen: refused({ operation: "RegisterTaskDefinition", id: "cpu-sum" }),
    },
    {
      id: "wrong-unit",
      commands: [editJson(file, { ...sized, memory: "1024MiB" }), registerFile(file)],
      fails: "size",
      seen: refused({ operation: "RegisterTaskDefinition", id: "mem-invalid" }),
    },
    {
      id: "bought-more-memory",
      commands: run({ ...sized, memory: "2GB" }),
      fails: "size",
      seen: all(
        registered({ family, where: [requiresCompatibility("FARGATE"), field("memory", "2048")] }),
        not(registered({ family, where: size })),
      ),
    },
    {
      id: "limit-on-essential-agent",
      commands: [
        ...seenKilled,
        ...run({ ...limited, containerDefinitions: [reservedJob, { ...limitedAgent, essential: true }] }),
      ],
      fails: "contained",
      seen: all(
        containersInOrder({
          ...inOneGb,
          moments: [killedAgent, { container: "thumbnails", is: "stopped", exitCode: 143 }],
        }),
        not(registered({ family, where: [hasContainer({ name: "agent", memory: 192, essential: false })] })),
      ),
    },
    {
      id: "limit-on-the-wrong-container",
      commands: [
        ...seenKilled,
        ...run({
          ...sized,
          containerDefinitions: [
            { ...job, memory: 768 },
            { ...smallAgent, essential: false },
          ],
        }),
      ],
      fails: "contained",
      seen: all(
        registered({ family, where: [hasContainer({ name: "thumbnails", memory: 768 })] }),
        not(
          any(
            registered({ family, where: [hasContainer({ name: "agent", memory: 192 })] }),
            containersInOrder({ ...inOneGb, moments: [finishedJob] }),
          ),
        ),
      ),
    },
    {
      id: "soft-limit-on-the-leak",
      commands: [
        ...seenKilled,
        ...run({
          ...sized,
          containerDefinitions: [reservedJob, { ...smallAgent, essential: false, memoryReservation: 192 }],
        }),
      ],
      fails: "limits",
      seen: all(
        registered({ family, where: [hasContainer({ name: "agent", memoryReservation: 192 })] }),
        not(registered({ family, where: [hasContainer({ name: "agent", memory: 192 })] })),
      ),
    },
    {
      id: "render-on-fargate",
      commands: [registerFile(renderFile)],
      fails: "any-size-on-ec2",
      seen: refused({ operation: "RegisterTaskDefinition", id: "fargate-pair", message: "1536 CPU, 3000 memory" }),
    },
    noPublicIp({ fails: "killed", family, before: [editJson(file, sized), registerFile(file)] }),
  ],
});
