/** Conditions about task definitions, clusters and calls, over journals made by hand. */
import { describe, expect, test } from "vitest";
import { HandMadeJournal } from "../testing/hand-made.ts";
import { told } from "../testing/told.ts";
import { accepted, called, refused } from "./calls.ts";
import { clusterCreated } from "./clusters.ts";
import { registered } from "./definitions.ts";
import { edited } from "./files.ts";
import { keepsOut } from "./kept-out.ts";
import { constrainsPlacement, field, hasContainer, requiresCompatibility } from "./requirements.ts";

const container = { name: "web", image: "nginx", cpu: 0, essential: true, portMappings: [{ containerPort: 80 }] };
const fargate = { requiresCompatibilities: ["FARGATE"], cpu: "256", memory: "512", containerDefinitions: [container] };
const sized = [requiresCompatibility("FARGATE"), field("cpu", "256"), field("memory", "512")];

describe("a registered task definition", () => {
  test("passes when one revision holds everything that is wanted", () => {
    const view = new HandMadeJournal()
      .definition("web", 1, fargate)
      .definition("web", 2, { ...fargate, memory: "1024" })
      .view();
    expect(registered({ family: "web", where: sized })(view)).toMatchObject({ passed: true, evidence: [0] });
  });

  test("fails when two revisions hold half of it each, and says what the newest has instead", () => {
    const view = new HandMadeJournal()
      .definition("web", 1, { ...fargate, memory: "1024" })
      .definition("web", 2, { ...fargate, requiresCompatibilities: undefined })
      .view();
    expect(told(registered({ family: "web", where: sized })(view))).toMatchObject({
      passed: false,
      observed: {
        en: "In web:2, requiresCompatibilities is absent; it should be FARGATE.",
        vi: "Trong web:2, requiresCompatibilities không có, cần là FARGATE.",
      },
      evidence: [1],
    });
  });

  test("names the families that are there when the wanted one is not", () => {
    const journal = new HandMadeJournal();
    expect(registered()(journal.view()).observed("en")).toBe("No task definition is registered yet.");
    journal.definition("api", 1, fargate);
    expect(registered({ family: "web" })(journal.view()).observed("en")).toBe(
      "The family web has no revision yet; registered are: api.",
    );
    expect(registered()(journal.view()).passed).toBe(true);
  });
});

describe("a wanted container", () => {
  const wanted = hasContainer({ officialImage: "nginx", containerPort: 80, essential: true });
  const holds = (more: object) =>
    wanted.holds({ ...fargate, family: "web", containerDefinitions: [{ ...container, ...more }] } as never);

  test.each([
    "nginx",
    "nginx:1.29",
    "library/nginx",
    "docker.io/library/nginx:latest",
    "public.ecr.aws/nginx/nginx:stable",
    "public.ecr.aws/docker/library/nginx@sha256:aa",
  ])("has the official image as %s", (image) => {
    expect(holds({ image })).toBe(true);
  });

  test.each(["httpd", "nginxinc", "example.com:5000/nginx", "me/nginx:1"])("has another image as %s", (image) => {
    expect(holds({ image })).toBe(false);
  });

  test("must fit in every point by itself", () => {
    expect(holds({ portMappings: [{ containerPort: 8080 }] })).toBe(false);
    expect(holds({ portMappings: undefined })).toBe(false);
    expect(holds({ essential: false })).toBe(false);
    const split = [
      { ...container, portMappings: [] },
      { ...container, name: "other", image: "httpd" },
    ];
    expect(wanted.holds({ ...fargate, family: "web", containerDefinitions: split } as never)).toBe(false);
  });
});

describe("a container's secret and logs", () => {
  const arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";
  const wanted = hasContainer({
    secret: { name: "PASSWORD", valueFrom: arn },
    logDriver: "awslogs",
    logOptions: { "awslogs-group": "/ecs/web" },
  });
  const definition = (more: object) => ({
    ...fargate,
    family: "web",
    containerDefinitions: [{ ...container, ...more }],
  });
  const logConfiguration = { logDriver: "awslogs", options: { "awslogs-group": "/ecs/web", mode: "blocking" } };
  const secrets = [{ name: "PASSWORD", valueFrom: arn }];

  test("fit, whatever stands beside them", () => {
    expect(wanted.holds(definition({ secrets, logConfiguration }) as never)).toBe(true);
    const key = [{ name: "PASSWORD", valueFrom: `${arn}:password::` }];
    expect(wanted.holds(definition({ secrets: key, logConfiguration }) as never)).toBe(true);
  });

  test("do not fit when one of them is missing or another, and it is said which", () => {
    expect(wanted.holds(definition({ logConfiguration }) as never)).toBe(false);
    expect(
      wanted.holds(definition({ secrets: [{ name: "PASSWORD", valueFrom: "other" }], logConfiguration }) as never),
    ).toBe(false);
    expect(wanted.holds(definition({ secrets }) as never)).toBe(false);
    expect(wanted.found(definition({}) as never)).toBe("secrets.PASSWORD -, logDriver -, awslogs-group -");
  });

  test("a role is a field of the task", () => {
    const role = field("executionRoleArn", "arn:role");
    expect(role.holds({ ...definition({}), executionRoleArn: "arn:role" } as never)).toBe(true);
    expect(role.holds(definition({ executionRoleArn: "arn:role" }) as never)).toBe(false);
  });
});

describe("an image behind a login", () => {
  const secretArn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/registry-mW3xTb";
  const wanted = hasContainer({ repository: "registry.example.com:5000/acme/metrics", registrySecret: secretArn });
  const holds = (image: string, credentialsParameter?: string) => {
    const repositoryCredentials = credentialsParameter === undefined ? undefined : { credentialsParameter };
    const containerDefinitions = [{ ...container, image, repositoryCredentials }];
    return wanted.holds({ ...fargate, family: "web", containerDefinitions } as never);
  };

  test("has any tag, and its secret by ARN or by name", () => {
    expect(holds("registry.example.com:5000/acme/metrics:2.3", secretArn)).toBe(true);
    expect(holds("registry.example.com:5000/acme/metrics", "shop/registry")).toBe(true);
  });

  test("is not another image, and not one without the secret", () => {
    expect(holds("registry.example.com/acme/metrics:2.3", secretArn)).toBe(false);
    expect(holds("registry.example.com:5000/acme/metrics:2.3", "shop/database")).toBe(false);
    expect(holds("registry.example.com:5000/acme/metrics:2.3")).toBe(false);
  });
});

describe("a key of a secret", () => {
  const valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";
  const wanted = hasContainer({ secret: { name: "PASSWORD", valueFrom, jsonKey: "password" } });
  const holds = (from: string) => {
    const containerDefinitions = [{ ...container, secrets: [{ name: "PASSWORD", valueFrom: from }] }];
    return wanted.holds({ ...fargate, family: "web", containerDefinitions } as never);
  };

  test("must be that key; a version may stand behind it", () => {
    expect([`${valueFrom}:password::`, `${valueFrom}:password:AWSCURRENT:`].map(holds)).toEqual([true, true]);
    expect([valueFrom, `${valueFrom}:user::`, `${valueFrom}:password`].map(holds)).toEqual([false, false, false]);
  });
});

describe("a text that must not be written down", () => {
  const wanted = keepsOut("tulip-47");
  const withVariable = (value: string) =>
    ({ ...fargate, containerDefinitions: [{ ...container, environment: [{ name: "A", value }] }] }) as never;

  test("is found wherever it stands, also inside of another text", () => {
    expect(wanted.holds(withVariable("postgres://shop:tulip-47@db"))).toBe(false);
    expect(wanted.found(withVariable("tulip-47"))).toBe("in containerDefinitions[0].environment[0].value");
  });

  test("passes when it stands nowhere", () => {
    expect(wanted.holds(withVariable("rose"))).toBe(true);
    expect(wanted.found(withVariable("rose"))).toBe("nowhere");
  });
});

describe("an editor tab", () => {
  const isJson = edited("web.json", ({ json }) => json !== undefined);
  const isNone = edited("web.json", ({ json }) => json === undefined);

  test("counts only once it was changed", () => {
    const view = new HandMadeJournal().view();
    expect([isJson(view).passed, isNone(view).passed]).toEqual([false, false]);
    expect(isJson(view).observed("en")).toBe("web.json is as it was.");
  });

  test("is JSON or not", () => {
    expect(isJson(new HandMadeJournal().file("web.json", "{}").view())).toMatchObject({ passed: true, evidence: [] });
    expect(isNone(new HandMadeJournal().file("web.json", "{]").view())).toMatchObject({ passed: true, evidence: [] });
  });
});

describe("a wanted container with a name", () => {
  const agent = { ...container, name: "agent", memory: 192, essential: false };
  const web = { ...container, dependsOn: [{ containerName: "agent", condition: "HEALTHY" }] };
  const definition = { ...fargate, family: "web", containerDefinitions: [web, agent] } as never;

  test("has its limits and what it waits for", () => {
    expect(hasContainer({ name: "agent", memory: 192, essential: false }).holds(definition)).toBe(true);
    expect(hasContainer({ name: "agent", memoryReservation: 192 }).holds(definition)).toBe(false);
    const waits = (condition: string) =>
      hasContainer({ name: "web", dependsOn: { containerName: "agent", condition } });
    expect(waits("HEALTHY").holds(definition)).toBe(true);
    expect(waits("START").holds(definition)).toBe(false);
  });

  test("is the one that the report speaks of, even when another fits in more points", () => {
    const wanted = hasContainer({ name: "agent", essential: true, containerPort: 80, memory: 64 });
    expect(wanted.found(definition)).toBe("name agent, containerPort 80, essential false, memory 192");
    const dependent = hasContainer({ name: "agent", dependsOn: { containerName: "x", condition: "START" } });
    expect(dependent.found(definition)).toBe("name agent, dependsOn -");
  });
});

describe("a cluster", () => {
  test("passes by name, or by any name", () => {
    const view = new HandMadeJournal().cluster("quay").view();
    expect(clusterCreated()(view)).toMatchObject({ passed: true, evidence: [0] });
    expect(clusterCreated({ name: "quay" })(view).passed).toBe(true);
    expect(clusterCreated({ name: "default" })(view).observed("en")).toBe(
      "There is no cluster default; there are: quay.",
    );
    expect(clusterCreated()(new HandMadeJournal().view()).passed).toBe(false);
  });
});

describe("a call", () => {
  const refusal = { code: "ClientException", message: "No Fargate configuration exists for given values." };
  const view = new HandMadeJournal()
    .call("RunTask", { count: 1 })
    .call("RegisterTaskDefinition", { family: "web" }, refusal, "fargate-pair")
    .view();

  test("was refused with this code, id and message", () => {
    expect(refused({ operation: "RegisterTaskDefinition", id: "fargate-pair" })(view).passed).toBe(true);
    expect(refused({ operation: "RegisterTaskDefinition", id: ["mem-sum", "cpu-sum"] })(view).passed).toBe(false);
    expect(refused({ operation: "RegisterTaskDefinition", code: "ClientException" })(view)).toMatchObject({
      passed: true,
      evidence: [1],
    });
    expect(refused({ operation: "RegisterTaskDefinition", message: /No Fargate/ })(view).passed).toBe(true);
    expect(refused({ operation: "RegisterTaskDefinition", message: "roles" })(view).passed).toBe(false);
    expect(refused({ operation: "RegisterTaskDefinition", code: "ServerException" })(view).passed).toBe(false);
    expect(refused({ operation: "RunTask" })(view).passed).toBe(false);
  });

  test("reached AWS, refused or not", () => {
    expect(called({ operation: "RegisterTaskDefinition" })(view)).toMatchObject({ passed: true, evidence: [1] });
    expect(called({ operation: "RunTask" })(view)).toMatchObject({ passed: true, evidence: [0] });
    expect(called({ operation: "StopTask" })(view).passed).toBe(false);
  });

  test("was accepted with this input", () => {
    expect(accepted({ operation: "RunTask", input: (input) => input.count === 1 })(view).passed).toBe(true);
    expect(accepted({ operation: "RunTask", input: (input) => input.count === 2 })(view).passed).toBe(false);
    // @ts-expect-error there is no such operation
    expect(accepted({ operation: "RunTasks" })(view).passed).toBe(false);
    // @ts-expect-error RunTask has no such member
    expect(accepted({ operation: "RunTask", input: (input) => input.counts === 1 })(view).passed).toBe(false);
    expect(accepted({ operation: "RegisterTaskDefinition" })(view).passed).toBe(false);
  });
});

test("a definition brings a placement constraint along, or does not", () => {
  const placementConstraints = [{ type: "memberOf", expression: "attribute:stack == prod" }];
  const view = (more: object) =>
    new HandMadeJournal().definition("api", 1, { containerDefinitions: [], ...more }).view();
  const wanted = registered({ family: "api", where: [constrainsPlacement()] });
  expect(wanted(view({ placementConstraints })).passed).toBe(true);
  expect(told(wanted(view({})))).toMatchObject({
    passed: false,
    observed: { en: "In api:1, placementConstraints is absent; it should be memberOf." },
  });
});
