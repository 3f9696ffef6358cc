/** The values that fit where they stand, and the place of the caret that asks for them. */
import { VALID } from "@quayside/simulator/task-definition/samples";
import { expect, test } from "vitest";
import { choicesAt } from "./choices.ts";
import { pathText } from "./json/locate.ts";
import { parseJson } from "./json/parse-json.ts";
import { valueSlot } from "./json/value-slot.ts";

const fargate = { requiresCompatibilities: ["FARGATE"] };
const containers = [
  {
    name: "app",
    dependsOn: [{ containerName: "migrate" }, { containerName: "proxy" }],
    portMappings: [{ containerPort: 80 }],
  },
  { name: "migrate", essential: false },
  { name: "proxy", healthCheck: { command: ["CMD", "true"] } },
];

test.each([
  [
    "memory that goes with the cpu",
    { ...fargate, cpu: "1 vCPU" },
    ["memory"],
    ["2048", "3072", "4096", "5120", "6144", "7168", "8192"],
  ],
  ["cpu that goes with the memory", { ...fargate, memory: "512" }, ["cpu"], ["256"]],
  ["only awsvpc on Fargate", fargate, ["networkMode"], ["awsvpc"]],
  ["all network modes elsewhere", {}, ["networkMode"], ["bridge", "host", "awsvpc", "none"]],
  [
    "drivers of Fargate",
    { ...fargate, containerDefinitions: [{}] },
    ["containerDefinitions", 0, "logConfiguration", "logDriver"],
    ["awslogs", "splunk", "awsfirelens"],
  ],
  [
    "the port of the container",
    { networkMode: "awsvpc", containerDefinitions: containers },
    ["containerDefinitions", 0, "portMappings", 0, "hostPort"],
    [80],
  ],
  [
    "the other containers",
    { containerDefinitions: containers },
    ["containerDefinitions", 0, "dependsOn", 0, "containerName"],
    ["migrate", "proxy"],
  ],
  [
    "conditions that a container which ends can meet",
    { containerDefinitions: containers },
    ["containerDefinitions", 0, "dependsOn", 0, "condition"],
    ["START", "SUCCESS", "COMPLETE"],
  ],
  [
    "conditions that a container with a health check can meet",
    { containerDefinitions: containers },
    ["containerDefinitions", 0, "dependsOn", 1, "condition"],
    ["START", "HEALTHY"],
  ],
  [
    "volumes that are there",
    { volumes: [{ name: "data" }] },
    ["containerDefinitions", 0, "mountPoints", 0, "sourceVolume"],
    ["data"],
  ],
  ["true and false", {}, ["containerDefinitions", 0, "essential"], [true, false]],
  ["nothing where anything will do", {}, ["family"], []],
  ["nothing outside of the API", {}, ["nonsense", 0, "constructor"], []],
])("%s", (_name, definition, path, values) => {
  expect(choicesAt(definition, path).map(({ value }) => value)).toEqual(values);
});

test("every valid sample holds one of the values offered, wherever values are offered in context", () => {
  for (const sample of Object.values(VALID)) {
    for (const member of ["networkMode", "pidMode"] as const) {
      const offered = choicesAt(sample, [member]).map(({ value }) => value);
      if (sample[member] !== undefined) expect(offered).toContain(sample[member]);
    }
  }
});

test.each([
  ['{ "memory": "5|12" }', "memory"],
  ['{ "memory": | }', "memory"],
  ['{ "memory":|, "cpu": "256" }', "memory"],
  ['{ "containerDefinitions": [{ "essential": tr|ue }] }', "containerDefinitions[0].essential"],
  ['{ "requiresCompatibilities": [|] }', "requiresCompatibilities[0]"],
  ['{ "requiresCompatibilities": ["EC2", |] }', "requiresCompatibilities[1]"],
  ['{ "mem|ory": "512" }', undefined],
  ['{ | "memory": "512" }', undefined],
  ['{ "containerDefinitions": [{ "name": "a" } |] }', undefined],
])("the slot at %s", (marked, path) => {
  const offset = marked.indexOf("|");
  const slot = valueSlot(parseJson(marked.replace("|", "")), offset);
  expect(slot === undefined ? undefined : pathText(slot.path)).toBe(path);
});
