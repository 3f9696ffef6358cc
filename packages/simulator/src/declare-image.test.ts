/** Images that the catalogue does not know: what is said of them, and that one can be declared, run, saved and replayed. */
import { describe, expect, test } from "vitest";
import { CAUSE_TABLES } from "./model/causes/all.ts";
import { Session } from "./session.ts";
import { must, type Story, sessionOf, type Where } from "./testing/cause-scenery.ts";
import { whyOf } from "./why/index.ts";
import { dockerLog } from "./workloads/docker-view.ts";

const API = "quay.io/acme/api:1.4";
const declaring = (input: object) => (session: Session) => void must(session, "quayside", "DeclareImage", input);
const declare = (input: unknown) =>
  Session.start().call("quayside", "DeclareImage", typeof input === "object" ? { image: API, ...input } : input);

/** State, and what went wrong, of the one task of a story. */
function told(story: Story, where: Where = "fargate"): string {
  const { tables } = sessionOf(story, where);
  const [task] = tables.tasks.values();
  const [container] = tables.containers.values();
  return [task?.lastStatus, task?.stoppedReason, container?.exitCode, container?.reason]
    .filter((part) => part !== undefined)
    .join(" | ");
}

describe("an image that the catalogue does not know", () => {
  test.each([
    API,
    "ghcr.io/acme/api:1.4",
    "redis:8",
    "acme/api",
    "public.ecr.aws/acme/api:1",
    `quay.io/acme/api@sha256:${"a".repeat(64)}`,
  ])("%s: the answer says that only the catalogue exists here, on both launch types", (image) => {
    for (const where of ["fargate", "instance"] as const) {
      expect(told({ containers: [{ image }] }, where)).toMatch(
        /CannotPullContainerError: .* Quayside: only the images of its catalogue exist here, .* It can be declared: /,
      );
    }
  });

  test("why? does not blame the learner", () => {
    const session = sessionOf({ containers: [{ image: API }] }, "fargate");
    const failed = session.journal.records.find(({ kind }) => kind === "PULL_FAILED");
    const why = whyOf(session.journal, { seq: failed?.seq ?? 0 });
    expect(JSON.stringify(why?.table)).toMatch(/not-in-catalogue/);
  });

  test.each(["ngnix", "library/ngnix:1", "nginxx", "quayside/shops:1", "registry.example.com/acme/metric:1"])(
    "%s is a name that is wrong here: AWS's words alone",
    (image) => {
      expect(told({ containers: [{ image }] })).toMatch(/CannotPullContainerError: (?!.*Quayside)/);
    },
  );

  test("its wording is nobody's but ours", () => {
    const row = CAUSE_TABLES.map((table) => table["pull.not-in-catalogue"]).find((each) => each !== undefined);
    expect([row?.wording, row?.onInstance?.wording]).toEqual(["quayside", "quayside"]);
  });
});

describe("a declared image", () => {
  test.each(["fargate", "instance"] as const)("runs as the image that it is like, %s", (where) => {
    const before = declaring({ image: API, behavesLike: "quayside/crash" });
    expect(told({ containers: [{ image: API }], before }, where)).toBe(
      "STOPPED | Essential container in task exited | 1",
    );
  });

  test("prints what that prints", () => {
    const before = declaring({ image: API, behavesLike: "nginx" });
    const { tables, nowMs } = sessionOf({ containers: [{ image: API }], before }, "instance");
    const [container] = tables.containers.values();
    expect(container && dockerLog(tables, container, nowMs).map(({ text }) => text)).toContainEqual(
      expect.stringContaining("Configuration complete; ready for start up"),
    );
  });

  test("listens on its own port, and health checks find it there", () => {
    const before = declaring({ image: API, behavesLike: "nginx", port: 8080 });
    const healthCheck = (port: number) => ({
      healthCheck: { command: ["CMD-SHELL", `curl -f http://localhost:${port}/ || exit 1`], interval: 5, retries: 1 },
    });
    const health = (port: number) => {
      const { tables } = sessionOf({ containers: [{ image: API, ...healthCheck(port) }], before }, "fargate");
      return [...tables.containers.values()].map(({ healthStatus }) => healthStatus);
    };
    expect([health(8080), health(80)]).toEqual([["HEALTHY"], ["UNHEALTHY"]]);
  });

  test("has programs of its own", () => {
    const containers = [{ image: API, command: ["node", "server.js"] }];
    expect(told({ containers, before: declaring({ image: API }) })).toMatch(/exec: "node": executable file not found/);
    expect(told({ containers, before: declaring({ image: API, programs: ["node"] }) })).toBe("RUNNING");
    const script = [{ image: API, entryPoint: ["/app/start.sh"] }];
    expect(told({ containers: script, before: declaring({ image: API, programs: ["/app/start.sh"] }) })).toBe(
      "RUNNING",
    );
  });

  test("has architectures and a size", () => {
    const story = { containers: [{ image: API }], cpuArchitecture: "ARM64" } as const;
    const before = declaring({ image: API, architectures: ["X86_64"], sizeMB: 2_000 });
    expect(told({ ...story, before })).toMatch(/does not contain descriptor matching platform 'linux\/arm64'/);
    const { journal } = sessionOf({ containers: [{ image: API }], before }, "fargate");
    const pulled = journal.records.find((record) => record.kind === "PULL_STOPPED");
    expect(pulled?.kind === "PULL_STOPPED" && pulled.facts.sizeMB).toBe(2_000);
  });

  test("may be a further tag, a digest, or one in a registry of Amazon ECR, where roles count", () => {
    const tag = declaring({ image: "nginx:1.25", behavesLike: "nginx" });
    expect(told({ containers: [{ image: "nginx:1.25" }], before: tag })).toBe("RUNNING");
    expect(told({ containers: [{ image: "nginx:1.29" }], before: tag })).toBe("RUNNING");
    const image = `ghcr.io/acme/api@sha256:${"b".repeat(64)}`;
    expect(told({ containers: [{ image }], before: declaring({ image }) })).toBe("RUNNING");
    const own = "111122223333.dkr.ecr.us-east-1.amazonaws.com/app:1";
    const story = { containers: [{ image: own }], before: declaring({ image: own }) };
    expect(told({ ...story, role: "ecsTaskExecutionRole" })).toBe("RUNNING");
    expect(told({ ...story, role: "shopTaskRole" })).toMatch(/not authorized to perform: ecr:GetAuthorizationToken/);
  });

  test("can be declared anew: running containers keep what they have", () => {
    const session = sessionOf({ containers: [{ image: API }], before: declaring({ image: API, port: 80 }) }, "fargate");
    const [before] = [...session.tables.containers.values()].map(({ imageDigest }) => imageDigest);
    const again = session.call("quayside", "DeclareImage", { image: API, behavesLike: "quayside/crash" });
    expect(again).toMatchObject({ ok: true });
    expect(again.ok && again.output.imageDigest).not.toBe(before);
    session.advance({ byMs: 60_000 });
    expect([...session.tables.tasks.values()].map(({ lastStatus }) => lastStatus)).toEqual(["RUNNING"]);
  });

  test("is part of a saved run and of a scenario", () => {
    const session = sessionOf(
      { containers: [{ image: API }], before: declaring({ image: API, port: 8080 }) },
      "fargate",
    );
    const again = Session.load(JSON.parse(JSON.stringify(session.save())));
    expect(again.tables.images.get("quay.io/acme/api")).toEqual(session.tables.images.get("quay.io/acme/api"));
    expect(again.journal.records).toEqual(session.journal.records);
    const commands = [{ service: "quayside", operation: "DeclareImage", input: { image: API } }] as const;
    const world = Session.start({ scenario: { id: "declared", title: "", commands } });
    expect(world.tables.images.has("quay.io/acme/api")).toBe(true);
    const wrong = [{ service: "quayside", operation: "DeclareImage", input: { image: API, port: 0 } }] as const;
    expect(() => Session.start({ scenario: { id: "declared", title: "", commands: wrong } })).toThrow(
      "scenario.commands[0], quayside DeclareImage, is refused: InvalidParameterException: port takes a whole number, 1 to 65535.",
    );
  });

  test.each([
    ["image", { image: undefined }],
    ["image", { image: "" }],
    ["image", { image: 7 }],
    ["image", { image: "Quay.io/ACME" }],
    ["image", { image: `quay.io/${"a".repeat(300)}` }],
    ["image", { image: "quay.io/acme/api:-" }],
    ["image", { image: "quay.io/acme/api@sha256:12" }],
    ["behavesLike", { behavesLike: "quay.io/acme/other" }],
    ["behavesLike", { behavesLike: {} }],
    ["port", { port: 65_536 }],
    ["port", { port: "80" }],
    ["programs", { programs: "node" }],
    ["programs", { programs: ["a b"] }],
    ["programs", { programs: Array.from({ length: 21 }, () => "node") }],
    ["architectures", { architectures: [] }],
    ["architectures", { architectures: ["arm64"] }],
    ["sizeMB", { sizeMB: 0 }],
    ["sizeMB", { sizeMB: 1e9 }],
  ])("%s of %j is refused with what it takes", (member, input) => {
    const outcome = declare(input);
    expect(outcome).toMatchObject({ ok: false, id: "declare.member" });
    expect(!outcome.ok && outcome.error.message).toMatch(new RegExp(`^${member} takes `));
  });

  test("what exists stays as it is, and there is an end", () => {
    expect(declare({ image: "nginx:1.29" })).toMatchObject({ ok: false, id: "declare.exists" });
    const session = Session.start();
    const outcomes = Array.from({ length: 201 }, (_, at) =>
      session.call("quayside", "DeclareImage", { image: `quay.io/acme/api:${at}` }),
    );
    expect(outcomes.map(({ ok }) => ok).indexOf(false)).toBe(200);
    expect(outcomes[200]).toMatchObject({ id: "declare.too-many" });
  });
});
