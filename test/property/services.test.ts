/** What must hold of services, whatever happens to them: they converge when the trouble ends, and daemons never share an instance. */
import { DEFAULT_SUBNETS, Session } from "@quayside/simulator";
import fc from "fast-check";
import { expect, test } from "vitest";

const RUNS = { numRuns: Number(process.env.QUAYSIDE_RUNS ?? 60) };

const NETWORK = {
  awsvpcConfiguration: {
    subnets: [DEFAULT_SUBNETS["public-a"], DEFAULT_SUBNETS["public-b"]],
    assignPublicIp: "ENABLED",
  },
};
const GOOD = [{ name: "web", image: "nginx:1.29" }];
const BAD = [
  [{ name: "web", image: "busybox:1.37", command: ["sh", "-c", "exit 1"] }],
  [{ name: "web", image: "nginx:9.99" }],
  [{ name: "web", image: "nginx:1.29", healthCheck: { command: ["CMD-SHELL", "exit 1"], interval: 5 } }],
];

type Trouble =
  | { readonly do: "scale"; readonly to: number }
  | { readonly do: "roll out"; readonly bad: number | undefined }
  | { readonly do: "stop"; readonly pick: number }
  | { readonly do: "lose a zone"; readonly zone: string }
  | { readonly do: "wait"; readonly byMs: number };

const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  fc.record({ do: fc.constant("scale" as const), to: fc.nat(6) }),
  fc.record({ do: fc.constant("roll out" as const), bad: fc.constantFrom(undefined, 0, 1, 2) }),
  fc.record({ do: fc.constant("stop" as const), pick: fc.nat(20) }),
  fc.record({ do: fc.constant("lose a zone" as const), zone: fc.constantFrom("us-east-1a", "us-east-1b") }),
  fc.record({ do: fc.constant("wait" as const), byMs: fc.integer({ min: 1_000, max: 400_000 }) }),
);

function must(session: Session, service: "ecs" | "quayside", operation: string, input: object): void {
  const outcome = session.call(service, operation, input);
  if (!outcome.ok) throw new Error(`${operation}: ${outcome.error.message}`);
}

function register(session: Session, containerDefinitions: object[]): void {
  const fargate = { networkMode: "awsvpc", requiresCompatibilities: ["FARGATE"], cpu: "256", memory: "512" };
  must(session, "ecs", "RegisterTaskDefinition", { family: "web", ...fargate, containerDefinitions });
}

function happen(session: Session, next: Trouble): void {
  if (next.do === "scale") must(session, "ecs", "UpdateService", { service: "web", desiredCount: next.to });
  else if (next.do === "roll out") {
    register(session, next.bad === undefined ? GOOD : (BAD[next.bad] ?? GOOD));
    must(session, "ecs", "UpdateService", { service: "web", taskDefinition: "web" });
  } else if (next.do === "stop") {
    const tasks = [...session.tables.tasks.keys()];
    const task = tasks[next.pick % Math.max(1, tasks.length)];
    if (task !== undefined) must(session, "ecs", "StopTask", { task });
  } else if (next.do === "lose a zone") {
    must(session, "quayside", "SetFargateCapacity", { available: false, availabilityZone: next.zone });
  } else session.advance({ byMs: next.byMs });
}

const wantedTasks = (session: Session) =>
  [...session.tables.tasks.values()].filter(({ desiredStatus }) => desiredStatus === "RUNNING");

/** Pairs of percents that let a deployment of any number of tasks go on. */
const percents = fc.constantFrom([0, 100], [50, 200], [100, 200], [0, 200]);

test("when the trouble ends and a good revision is rolled out, the service has what it wants", () => {
  fc.assert(
    fc.property(
      fc.nat(1_000),
      percents,
      fc.boolean(),
      fc.array(trouble, { minLength: 3, maxLength: 20 }),
      (seed, [minimumHealthyPercent, maximumPercent], enable, troubles) => {
        const session = Session.start({ seed });
        register(session, GOOD);
        const deploymentCircuitBreaker = { enable, rollback: enable };
        must(session, "ecs", "CreateService", {
          serviceName: "web",
          taskDefinition: "web",
          desiredCount: 2,
          launchType: "FARGATE",
          networkConfiguration: NETWORK,
          deploymentConfiguration: { minimumHealthyPercent, maximumPercent, deploymentCircuitBreaker },
        });
        for (const each of troubles) happen(session, each);
        must(session, "quayside", "SetFargateCapacity", { available: true });
        register(session, GOOD);
        must(session, "ecs", "UpdateService", { service: "web", taskDefinition: "web", desiredCount: 3 });
        session.advance({ untilSettled: true });
        expect(session.quiet).toBe(true);
        const wanted = wantedTasks(session);
        expect(wanted.map(({ lastStatus }) => lastStatus)).toEqual(["RUNNING", "RUNNING", "RUNNING"]);
        expect(new Set(wanted.map(({ spec }) => spec.startedBy)).size).toBe(1);
        const [service] = session.tables.services.values();
        expect(service).toMatchObject({ rests: true, isSteady: true, isRebalancing: false });
      },
    ),
    RUNS,
  );
});

type Fleet =
  | { readonly do: "add" }
  | { readonly do: "roll out" }
  | { readonly do: "drain" | "back"; readonly pick: number };

test("a daemon is alone on its instance, at every moment", () => {
  const fleet: fc.Arbitrary<Fleet> = fc.oneof(
    fc.constant<Fleet>({ do: "add" }),
    fc.constant<Fleet>({ do: "roll out" }),
    fc.record({ do: fc.constantFrom("drain" as const, "back" as const), pick: fc.nat(5) }),
  );
  fc.assert(
    fc.property(fc.nat(1_000), fc.array(fleet, { minLength: 2, maxLength: 10 }), (seed, list) => {
      const session = Session.start({ seed });
      must(session, "quayside", "ProvideContainerInstances", { count: 2 });
      must(session, "ecs", "RegisterTaskDefinition", {
        family: "web",
        containerDefinitions: [{ ...GOOD[0], memory: 64 }],
      });
      must(session, "ecs", "CreateService", {
        serviceName: "web",
        taskDefinition: "web",
        schedulingStrategy: "DAEMON",
      });
      for (const each of list) {
        const instances = [...session.tables.containerInstances.keys()];
        if (each.do === "add") must(session, "quayside", "ProvideContainerInstances", {});
        else if (each.do === "roll out")
          must(session, "ecs", "UpdateService", { service: "web", forceNewDeployment: true });
        else {
          const status = each.do === "drain" ? "DRAINING" : "ACTIVE";
          const picked = instances[each.pick % instances.length] as string;
          must(session, "ecs", "UpdateContainerInstancesState", { containerInstances: [picked], status });
        }
        for (let at = 0; at < 30; at += 1) {
          session.advance({ byMs: 1_000 });
          const hosts = [...session.tables.tasks.values()]
            .filter(({ lastStatus }) => lastStatus !== "STOPPED")
            .map(({ spec }) => spec.placed?.containerInstanceArn);
          expect(new Set(hosts).size).toBe(hosts.length);
        }
      }
      session.advance({ untilSettled: true });
      const active = [...session.tables.containerInstances.values()].filter(({ status }) => status === "ACTIVE");
      const hosts = wantedTasks(session).map(({ spec }) => spec.placed?.containerInstanceArn);
      expect(hosts.sort()).toEqual(active.map(({ containerInstanceArn }) => containerInstanceArn).sort());
    }),
    RUNS,
  );
});
