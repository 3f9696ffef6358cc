/** The queue of an instance's agent: who waits for the host, in which order, and who leaves without having begun. */
import { beforeEach, expect, test } from "vitest";
import { Session } from "./session.ts";

let session: Session;
let first: string;

/** One instance whose first task ignores SIGTERM: ECS counts its memory as free while the host has it still. */
beforeEach(() => {
  session = Session.start({ seed: 3 });
  call("quayside", "ProvideContainerInstances", { cluster: "default", instanceType: "m5.large" });
  for (const [family, memory, image] of [
    ["large", 6_000, "quayside/stubborn:1"],
    ["half", 3_000, "nginx"],
  ] as const) {
    call("ecs", "RegisterTaskDefinition", {
      family,
      requiresCompatibilities: ["EC2"],
      containerDefinitions: [{ name: "a", image, memory }],
    });
  }
  first = run("large");
  session.stepUntilQuiet();
  call("ecs", "StopTask", { task: first });
  session.advance({ byMs: 2_000 });
});

function call(service: "ecs" | "quayside", operation: string, input: object): Record<string, unknown> {
  const outcome = session.call(service, operation, input);
  return outcome.ok ? (outcome.output as Record<string, unknown>) : { ...outcome.error };
}

function run(family: string, cluster = "default"): string {
  const { tasks } = call("ecs", "RunTask", { cluster, taskDefinition: family, launchType: "EC2" });
  return (tasks as { taskArn: string }[])[0]?.taskArn ?? "";
}

const waiting = () => [...session.tables.containerInstances.values()].flatMap(({ waitingTasks }) => waitingTasks);
const slotOf = (taskArn: string) => session.tables.tasks.get(taskArn)?.slot;
const statusOf = (taskArn: string) => session.tables.tasks.get(taskArn)?.lastStatus;

test("who came first begins first", () => {
  const [second, third] = [run("half"), run("half")];
  session.advance({ byMs: 5_000 });
  expect(waiting()).toEqual([slotOf(second), slotOf(third)]);
  session.stepUntilQuiet();
  expect([waiting(), statusOf(second), statusOf(third)]).toEqual([[], "RUNNING", "RUNNING"]);
  const begun = [second, third].map((arn) => session.tables.tasks.get(arn)?.pullStartedAtMs ?? 0);
  expect(begun[0]).toBeLessThanOrEqual(begun[1] as number);
});

test("a task that is stopped while it waits leaves the queue, and the others go on", () => {
  const [second, third] = [run("half"), run("half")];
  session.advance({ byMs: 5_000 });
  call("ecs", "StopTask", { task: second });
  session.advance({ byMs: 5_000 });
  expect(waiting()).toEqual([slotOf(third)]);
  session.stepUntilQuiet();
  expect([statusOf(second), statusOf(third)]).toEqual(["STOPPED", "RUNNING"]);
});

test("a GPU that a stopping task still has is waited for", () => {
  call("ecs", "CreateCluster", { clusterName: "gpu" });
  const agentConfiguration = { ECS_ENABLE_GPU_SUPPORT: "true" };
  call("quayside", "ProvideContainerInstances", { cluster: "gpu", instanceType: "g4dn.xlarge", agentConfiguration });
  const resourceRequirements = [{ type: "GPU", value: "1" }];
  call("ecs", "RegisterTaskDefinition", {
    family: "train",
    requiresCompatibilities: ["EC2"],
    containerDefinitions: [{ name: "a", image: "quayside/stubborn:1", memory: 100, resourceRequirements }],
  });
  const holder = run("train", "gpu");
  session.stepUntilQuiet();
  call("ecs", "StopTask", { cluster: "gpu", task: holder });
  session.advance({ byMs: 2_000 });
  const next = run("train", "gpu");
  session.advance({ byMs: 5_000 });
  expect([statusOf(holder), statusOf(next), waiting()]).toEqual(["STOPPING", "PENDING", [slotOf(next)]]);
  session.stepUntilQuiet();
  expect([statusOf(holder), statusOf(next), waiting()]).toEqual(["STOPPED", "RUNNING", []]);
});

test("tasks of another cluster are not found", () => {
  call("ecs", "CreateCluster", { clusterName: "other" });
  const id = first.slice(first.lastIndexOf("/") + 1);
  const { tasks, failures } = call("ecs", "DescribeTasks", { cluster: "other", tasks: [id] });
  const arn = `arn:aws:ecs:us-east-1:123456789012:task/other/${id}`;
  expect([tasks, failures]).toEqual([[], [expect.objectContaining({ arn, reason: "MISSING" })]]);
});
