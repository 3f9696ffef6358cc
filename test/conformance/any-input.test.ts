/**
 * Whatever has the right shape gets an answer: random inputs for every operation that is simulated, built from AWS's
 * model, never break the simulator. So does whatever is typed into the terminal.
 */
import { handleAwsJson, OPERATION_NAMES, operationCoverage, operationModel, type Shape } from "@quayside/api";
import { runCommandLine } from "@quayside/api/cli";
import { describeWorld, type ServiceName, Session, serviceOperations } from "@quayside/simulator";
import fc from "fast-check";
import { expect, test } from "vitest";

/** How many cases a property tries; a soak sets more. */
const RUNS = Number(process.env.QUAYSIDE_RUNS ?? 400);

/** Texts that mean something here, beside any others. */
const WORDS = [
  "default",
  "blue",
  "web",
  "web:1",
  "web:99",
  "awsvpc",
  "FARGATE",
  "256",
  "512",
  "nginx",
  "busybox",
  "subnet-0aaa1111222233334",
  "sg-0eee1111222233334",
  "arn:aws:ecs:us-east-1:123456789012:cluster/default",
  "arn:aws:ecs:us-east-1:123456789012:task-definition/web:1",
  "arn:aws:ecs:us-east-1:123456789012:task/default/0123456789abcdef0123456789abcdef",
  "",
  "__proto__",
  "constructor",
];
const text = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ maxLength: 12 }));

function arbitraryOf(shape: Shape, depth: number): fc.Arbitrary<unknown> {
  switch (shape.type) {
    case "structure": {
      const members = [...shape.members].map(
        ([name, member]) =>
          [name, fc.option(arbitraryOf(member, depth + 1), { nil: undefined, freq: depth > 2 ? 1 : 3 })] as const,
      );
      return fc.record(Object.fromEntries(members)).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    }
    case "list":
      return fc.array(arbitraryOf(shape.element as Shape, depth + 1), { maxLength: 3 });
    case "map":
      return fc.dictionary(text, arbitraryOf(shape.element as Shape, depth + 1), { maxKeys: 3 });
    case "string":
      return shape.enum === undefined ? text : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...shape.enum) }, text);
    case "boolean":
      return fc.boolean();
    case "double":
    case "timestamp":
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    default:
      return fc.oneof(fc.integer({ min: -2, max: 12 }), fc.constantFrom(0, 64, 128, 512, 4096, 2 ** 31, -(2 ** 53)));
  }
}

const modelled = operationCoverage().filter((entry) => entry.modelled);
const call = fc.constantFrom(...modelled.map((entry) => entry.operation)).chain((operation) =>
  fc.record({
    operation: fc.constant(operation),
    input: arbitraryOf(operationModel(operation)?.input as Shape, 0),
    thenMs: fc.constantFrom(0, 0, 1000, 60_000, 4_000_000),
  }),
);

function post(session: Session, operation: string, input: unknown) {
  const headers = { "x-amz-target": `AmazonEC2ContainerServiceV20141113.${operation}` };
  return handleAwsJson(session, { method: "POST", headers, body: JSON.stringify(input) });
}

function prepared(): Session {
  const session = Session.start();
  post(session, "RegisterTaskDefinition", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [{ name: "web", image: "nginx" }],
  });
  return session;
}

test("any input of the right shape is answered, and time goes on afterwards", () => {
  fc.assert(
    fc.property(fc.array(call, { minLength: 1, maxLength: 8 }), (calls) => {
      const session = prepared();
      for (const { operation, input, thenMs } of calls) {
        const { status, body } = post(session, operation, input);
        expect([200, 400]).toContain(status);
        JSON.parse(body);
        session.advance({ byMs: thenMs });
      }
    }),
    { numRuns: RUNS },
  );
});

test("any JSON for any operation is answered", () => {
  fc.assert(
    fc.property(fc.constantFrom(...OPERATION_NAMES), fc.jsonValue(), (operation, input) => {
      expect([200, 400]).toContain(post(prepared(), operation, input).status);
    }),
    { numRuns: RUNS },
  );
});

const everyOperation = Object.entries(serviceOperations).flatMap(([service, operations]) =>
  Object.entries(operations)
    .filter(([, entry]) => entry.modelled)
    .map(([operation]) => ({ service: service as ServiceName, operation })),
);

/** Members that operations read, filled with anything. */
const members = fc.constantFrom(
  ...[
    "cluster",
    "task",
    "tasks",
    "taskDefinition",
    "family",
    "containerDefinitions",
    "count",
    "image",
    "containerInstance",
  ],
  ...[
    "subnets",
    "networkConfiguration",
    "overrides",
    "tags",
    "name",
    "value",
    "filter",
    "from",
    "to",
    "port",
    "GroupId",
  ],
  ...[
    "InstanceIds",
    "IpPermissions",
    "RouteTableId",
    "MinCount",
    "MaxCount",
    "logGroupName",
    "launchType",
    "attributes",
  ],
);
const anything = fc.oneof(
  { weight: 3, arbitrary: fc.dictionary(members, fc.oneof(text, fc.jsonValue({ maxDepth: 3 })), { maxKeys: 6 }) },
  fc.jsonValue(),
  fc.constant(undefined),
);

/** All of a session that a call could leave a trace in. */
function stateOf(session: Session): string {
  return JSON.stringify([describeWorld(session.world), session.journal.records, session.save(), session.hasFuture]);
}

test("at the door inside, any JSON for any operation is answered, and what was refused leaves nothing behind", () => {
  const inputs = fc.array(fc.record({ call: fc.constantFrom(...everyOperation), input: anything }), { maxLength: 12 });
  const outcomes = { answered: 0, refused: 0, unreadable: 0, broken: 0 };
  fc.assert(
    fc.property(inputs, fc.boolean(), (calls, goesBack) => {
      const session = prepared();
      session.advance({ byMs: 60_000 });
      post(session, "CreateCluster", { clusterName: "late" });
      if (goesBack) session.seek(30_000);
      for (const { call, input } of calls) {
        const before = stateOf(session);
        const tables = JSON.stringify(describeWorld(session.world).tables);
        const outcome = answered(session, call, input);
        outcomes[outcome] += 1;
        if (outcome === "unreadable" || outcome === "broken") expect(stateOf(session)).toBe(before);
        if (outcome === "refused") expect(JSON.stringify(describeWorld(session.world).tables)).toBe(tables);
      }
      const again = Session.load(JSON.parse(JSON.stringify(session.save())));
      expect(JSON.stringify(again.journal.records)).toBe(JSON.stringify(session.journal.records));
    }),
    { numRuns: RUNS },
  );
  expect(Math.min(outcomes.answered, outcomes.refused, outcomes.unreadable)).toBeGreaterThan(RUNS / 20);
});

/** What came of a call: a rule of ours that breaks throws. */
function answered(session: Session, { service, operation }: (typeof everyOperation)[number], input: unknown) {
  try {
    const outcome = session.call(service, operation, input);
    if (outcome.ok) return "answered";
    return outcome.id === "call.unreadable-input" ? "unreadable" : "refused";
  } catch {
    return "broken";
  }
}

const piece = fc.oneof(
  fc.constantFrom(
    "aws",
    "ecs",
    "run-task",
    "register-task-definition",
    "list-tasks",
    "wait",
    "help",
    "--cluster",
    "--tags",
  ),
  fc.constantFrom(
    "--container-definitions",
    "--query",
    "--output",
    "table",
    "text",
    "yaml",
    "key=a,value=b",
    "name=a,image={",
    "[{",
    "'",
    '"',
    "$(",
    ")",
    "\\\n",
    "=",
    ",",
  ),
  text,
);

test("any line that is typed ends with an exit code", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), fc.string({ maxLength: 20 }), (pieces, rest) => {
      const { exitCode } = runCommandLine(`aws ecs ${pieces.join(" ")} ${rest}`, { session: prepared() });
      expect([0, 2, 127, 252, 254, 255]).toContain(exitCode);
    }),
    { numRuns: RUNS * 3 },
  );
});
