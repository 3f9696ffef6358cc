/** The rules on JSON that nobody meant as a task definition: they never throw, and what they find has a place. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonSize } from "./json-size.ts";
import { registeredForm } from "./register.ts";
import { NOT_KNOWN } from "./shape.ts";
import type { Json } from "./testing/change.ts";
import { VALID } from "./testing/valid-samples.ts";
import { firstFinding, TASK_DEFINITION_RULES, validateTaskDefinition } from "./validate.ts";

type Path = readonly (string | number)[];

/** Paths of all nodes below the root. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return path.length === 0 ? [] : [path];
  const below = Object.entries(value).flatMap(([key, item]) =>
    pathsIn(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? below : [path, ...below];
}

const NODES = Object.values(VALID).flatMap((sample) =>
  pathsIn(sample).map((path) => ({ sample: sample as Json, path })),
);
const anything = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e308, "", "x", "256", [], {}, [null], [[]], [{}], { a: 1 }, [
    1,
    "a",
  ]),
  fc.jsonValue({ maxDepth: 3 }),
);

interface Mutation {
  readonly node: (typeof NODES)[number];
  readonly kind: "replace" | "remove" | "duplicate" | "rename";
  readonly value: unknown;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  node: fc.constantFrom(...NODES),
  kind: fc.constantFrom("replace", "remove", "duplicate", "rename"),
  value: anything,
});

/** A copy with one node changed. */
function mutate(sample: Json, { node, kind, value }: Mutation): Json {
  const copy = JSON.parse(JSON.stringify(sample)) as Json;
  let parent: unknown = copy;
  for (const key of node.path.slice(0, -1)) parent = (parent as Json | undefined)?.[key];
  const last = node.path.at(-1) as string | number;
  if (typeof parent !== "object" || parent === null) return copy;
  const place = parent as Record<string | number, unknown>;
  if (kind === "replace") place[last] = value;
  else if (kind === "rename") place[`${last}x`] = place[last];
  else if (kind === "remove") delete place[last];
  else if (Array.isArray(parent)) parent.push(place[last]);
  return copy;
}

/** What every answer must look like. */
function expectLocated(value: unknown): void {
  for (const finding of validateTaskDefinition(value)) {
    expect(finding.message).not.toBe("");
    expect(finding.message).not.toContain("undefined");
    // All but the last step of a path exist: a finding about something missing stands where it should be.
    let node: unknown = value;
    for (const key of finding.path.slice(0, -2)) node = (node as Json)[key];
    expect(node).toBeTypeOf("object");
  }
}

test("mutations of valid definitions get located findings or pass", () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const [first] = mutations as [Mutation];
      const changed = mutations.reduce((sample, each) => mutate(sample, each), first.node.sample);
      expectLocated(changed);
      firstFinding(changed);
    }),
    { numRuns: 3_000 },
  );
});

test("any JSON value is read without a throw", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      validateTaskDefinition(value);
      validateTaskDefinition({ ...VALID.web, containerDefinitions: value });
      validateTaskDefinition({ ...VALID.web, containerDefinitions: [value], volumes: [value] });
    }),
    { numRuns: 1_000 },
  );
});

test("a member of the wrong type is left to the schema: no rule calls it missing", () => {
  expect(validateTaskDefinition({ ...VALID.web, cpu: 256 })).toEqual([]);
  expect(validateTaskDefinition({ ...VALID.web, containerDefinitions: "web" })).toEqual([]);
  expect(validateTaskDefinition({ ...VALID.web, containerDefinitions: [7] })).toEqual([]);
});

test("the registered form of a valid definition is valid, and registering it changes nothing more", () => {
  for (const sample of Object.values(VALID)) {
    const { requiresAttributes: _names, compatibilities: _types, ...form } = registeredForm(sample as never);
    expect(validateTaskDefinition(form)).toEqual([]);
    expect(registeredForm(form as never)).toMatchObject(form);
  }
});

describe("hostile JSON", () => {
  const MANY = 20_000;
  const many = <T>(make: (index: number) => T): T[] => Array.from({ length: MANY }, (_, index) => make(index));
  const nested = (depth: number) => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`) as unknown;

  test("keys of the prototype are plain unknown members", () => {
    const value = JSON.parse('{"__proto__": {"family": "x"}, "constructor": 1, "toString": null}') as unknown;
    expect(validateTaskDefinition(value).map((finding) => finding.ruleId)).toEqual(["family-empty", "no-containers"]);
    expect(({} as Json).family).toBeUndefined();
  });

  test("half a million levels of nesting are measured, not climbed", () => {
    const deep = { ...VALID.web, "x-notes": nested(524_288) };
    expect(validateTaskDefinition(deep).map((finding) => finding.ruleId)).toEqual(["size"]);
  });

  test("numbers beyond all bounds are wrong types or out of range", () => {
    const huge = JSON.parse(JSON.stringify(VALID.web).replace("80", "1e400")) as unknown;
    expect(validateTaskDefinition(huge)).toEqual([]);
    const large = JSON.parse(JSON.stringify(VALID.web).replace("80", "1e300")) as unknown;
    expect(validateTaskDefinition(large).map((finding) => finding.ruleId)).toEqual(["port-invalid"]);
  });

  test("twenty thousand containers in one cycle, each with a port, a mount and a secret, end in a list of findings", () => {
    const containers = many((index) => ({
      name: `c${index}`,
      image: "nginx",
      dependsOn: [{ containerName: `c${(index + 1) % MANY}`, condition: "HEALTHY" }],
      links: [`c${index + 1}`],
      portMappings: [{ containerPortRange: "1-65535" }],
      mountPoints: [{ sourceVolume: `v${index}` }],
      secrets: [{ name: "A", valueFrom: "a" }],
    }));
    const found = validateTaskDefinition({ ...VALID.web, containerDefinitions: containers });
    const rules = new Set(found.map((finding) => finding.ruleId));
    for (const id of ["too-many", "dep-cycle", "dep-health", "port-dup-awsvpc", "vol-unknown", "size"]) {
      expect(rules).toContain(id);
    }
    expect(found.length).toBeLessThanOrEqual(100 * TASK_DEFINITION_RULES.length);
  });

  test("a text of a million characters is no size, no name and no expression", () => {
    const digits = "1".repeat(1_000_000);
    const value = { ...VALID.hostAgent, family: `${digits}!`, cpu: `${digits} vcp`, memory: `${digits}.` };
    const rules = validateTaskDefinition({
      ...value,
      placementConstraints: [{ type: "memberOf", expression: `${"(".repeat(500_000)}${" ".repeat(500_000)}` }],
    }).map((finding) => finding.ruleId);
    expect(rules).toEqual(
      expect.arrayContaining(["family-chars", "family-long", "cpu-invalid", "mem-invalid", "pc-expr"]),
    );
  });
});

test("the size of a definition is that of its JSON in UTF-8", () => {
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;
  fc.assert(fc.property(fc.jsonValue(), (value) => jsonSize(value) === bytes(value)));
  for (const text of ["é", "漢", "😀", '"\n\u0000', "\ud800"]) expect(jsonSize([text])).toBe(bytes([text]));
  expect(jsonSize({ a: undefined, b: [1, null, true] })).toBe(bytes({ b: [1, null, true] }));
});

test("a value that is not known is nobody's fault, wherever it stands", () => {
  for (const { sample, path } of NODES) {
    const copy = mutate(sample, { node: { sample, path }, kind: "replace", value: NOT_KNOWN });
    expect(validateTaskDefinition(copy), path.join(".")).toEqual([]);
  }
});

test("what does not depend on a value that is not known is still found", () => {
  const [web] = VALID.web.containerDefinitions as Json[];
  const twice = { ...VALID.web, memory: NOT_KNOWN, networkMode: "bridge", containerDefinitions: [web, web] };
  const rules = validateTaskDefinition(twice).map(({ ruleId }) => ruleId);
  expect(rules).toContain("fargate-network");
  expect(rules).toContain("name-dup");
  expect(rules).not.toContain("fargate-mem");
});

test("a container of which something is not known does not excuse another one", () => {
  const containerDefinitions = [
    {
      name: "a",
      image: NOT_KNOWN,
      logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": NOT_KNOWN } },
    },
    { name: "b", image: "", ulimits: [{ name: "nonsense", softLimit: 1, hardLimit: 2 }, { name: NOT_KNOWN }] },
  ];
  const found = validateTaskDefinition({ ...VALID.web, containerDefinitions }).map(({ path }) => path.join("."));
  expect(found).toContain("containerDefinitions.1.image");
  expect(found).toContain("containerDefinitions.1.ulimits.0.name");
  expect(found.filter((path) => path.startsWith("containerDefinitions.0.image"))).toEqual([]);
});

test("a name that is not known hides nothing but what names decide", () => {
  const container = {
    name: NOT_KNOWN,
    image: "nginx",
    memory: 1024,
    stopTimeout: 1,
    portMappings: [{ containerPort: 0 }],
  };
  const other = {
    name: "b",
    image: "nginx",
    volumesFrom: [{ sourceContainer: "gone" }],
    dependsOn: [{ containerName: "gone", condition: "HEALTHY" }],
  };
  const found = validateTaskDefinition({ ...VALID.web, containerDefinitions: [container, other] });
  expect(found.map(({ ruleId, message }) => [ruleId, message])).toEqual([
    ["mem-over-task", "The 'memory' setting for container '…' is greater than for the task."],
    ["port-invalid", "Invalid 'containerPort' setting for container '…'."],
    ["stop-min", "Granular stop timeout on container '…' must be at least 2 seconds."],
  ]);
});

test("what a dependency asks of a container that is there does not wait for the others to be known", () => {
  const containers = [
    NOT_KNOWN,
    { name: "init", image: "busybox" },
    { name: "app", image: "nginx", dependsOn: [{ containerName: "init", condition: "SUCCESS" }] },
  ];
  const found = validateTaskDefinition({ ...VALID.web, containerDefinitions: containers });
  expect(found.map(({ ruleId }) => ruleId)).toEqual(["dep-essential"]);
});
