/** `runtimePlatform` on EC2: which instances are candidates, and what the others say. */
import { expect, test } from "vitest";
import { Session } from "./session.ts";
import { must } from "./testing/cause-scenery.ts";
import { traceText } from "./why/trace-text.ts";
import { whyOf } from "./why/why.ts";

/** A cluster with one x86 instance and, if asked for, one with a Graviton processor. */
function clusterWith(...instanceTypes: readonly string[]): Session {
  const session = Session.start();
  for (const instanceType of instanceTypes) must(session, "quayside", "ProvideContainerInstances", { instanceType });
  return session;
}

/** Architecture of the instance that takes the task, or the reasons of the failures. */
function place(session: Session, runtimePlatform?: object, operation = "RunTask") {
  must(session, "ecs", "RegisterTaskDefinition", {
    family: "app",
    requiresCompatibilities: ["EC2"],
    containerDefinitions: [{ name: "app", image: "nginx", memory: 64 }],
    ...(runtimePlatform && { runtimePlatform }),
  });
  const where =
    operation === "RunTask"
      ? { launchType: "EC2" }
      : { containerInstances: [...session.tables.containerInstances.keys()] };
  const { tasks, failures } = must(session, "ecs", operation, { taskDefinition: "app", ...where }) as {
    tasks: { containerInstanceArn: string; attributes: { value: string }[] }[];
    failures: { reason: string }[];
  };
  return [...tasks.map(({ attributes }) => attributes[0]?.value), ...failures.map(({ reason }) => reason)];
}

const BOTH = ["t3.medium", "t4g.medium"];
const ARM = { cpuArchitecture: "ARM64" };
const WINDOWS = { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" };

test.each([
  [ARM, BOTH, ["arm64"]],
  [{ ...ARM, operatingSystemFamily: "LINUX" }, BOTH, ["arm64"]],
  [{ cpuArchitecture: "X86_64" }, [...BOTH].reverse(), ["x86_64"]],
  [ARM, ["t3.medium"], ["ATTRIBUTE"]],
  [{ cpuArchitecture: "X86_64" }, ["t4g.medium"], ["ATTRIBUTE"]],
  [WINDOWS, BOTH, ["ATTRIBUTE", "ATTRIBUTE"]],
  [{ operatingSystemFamily: "LINUX" }, ["t3.medium"], ["x86_64"]],
  [undefined, ["t4g.medium"], ["arm64"]],
] as const)("%j on %j: %j", (runtimePlatform, types, expected) => {
  expect(place(clusterWith(...types), runtimePlatform)).toEqual(expected);
});

test("StartTask is refused by an instance of another platform, too", () => {
  expect(place(clusterWith("t3.medium"), ARM, "StartTask")).toEqual(["ATTRIBUTE"]);
});

test("why? names the value that an instance lacks; no answer lists it as required", () => {
  const session = clusterWith("t3.medium");
  place(session, ARM);
  const seq = session.journal.records.findLast(({ kind }) => kind === "PLACEMENT_DECIDED")?.seq ?? -1;
  const { table } = whyOf(session.journal, { seq }) ?? {};
  expect(table && traceText(table)).toContain("lacks ecs.cpu-architecture=arm64");
  const described = must(session, "ecs", "DescribeTaskDefinition", { taskDefinition: "app" });
  expect(JSON.stringify(described)).not.toContain("ecs.cpu-architecture");
});

test("on Fargate the platform chooses the machine", () => {
  const session = Session.start();
  must(session, "ecs", "RegisterTaskDefinition", {
    family: "arm",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    runtimePlatform: ARM,
    containerDefinitions: [{ name: "app", image: "nginx" }],
  });
  const networkConfiguration = { awsvpcConfiguration: { subnets: [...session.tables.subnets.keys()].slice(0, 1) } };
  const ran = must(session, "ecs", "RunTask", { taskDefinition: "arm", launchType: "FARGATE", networkConfiguration });
  expect(ran).toMatchObject({ tasks: [{ attributes: [{ name: "ecs.cpu-architecture", value: "arm64" }] }] });
});
