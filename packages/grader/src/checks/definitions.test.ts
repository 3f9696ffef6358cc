/** Conditions about task definitions, clusters and calls, over journals made by hand. */
import { describe, expect, test } from "vitest";
import { HandMadeJournal } from "../testing/hand-made.ts";
import { accepted, refused } from "./calls.ts";
import { clusterCreated } from "./clusters.ts";
import { registered } from "./definitions.ts";
import { field, hasContainer, requiresCompatibility } from "./requirements.ts";

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
    expect(registered({ family: "web", where: sized })(view)).toMatchObject({
      passed: false,
      observed: {
        en: "In web:2, requiresCompatibilities is absent, wanted is FARGATE.",
        vi: "Trong web:2, requiresCompatibilities không có, cần FARGATE.",
      },
      evidence: [1],
    });
  });

  test("names the families that are there when the wanted one is not", () => {
    const journal = new HandMadeJournal();
    expect(registered()(journal.view()).observed.en).toBe("No task definition is registered yet.");
    journal.definition("api", 1, fargate);
    expect(registered({ family: "web" })(journal.view()).observed.en).toBe(
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

describe("a cluster", () => {
  test("passes by name, or by any name", () => {
    const view = new HandMadeJournal().cluster("quay").view();
    expect(clusterCreated()(view)).toMatchObject({ passed: true, evidence: [0] });
    expect(clusterCreated({ name: "quay" })(view).passed).toBe(true);
    expect(clusterCreated({ name: "default" })(view).observed.en).toBe("There is no cluster default; there are: quay.");
    expect(clusterCreated()(new HandMadeJournal().view()).passed).toBe(false);
  });
});

describe("a call", () => {
  const refusal = { code: "ClientException", message: "No Fargate configuration exists for given values." };
  const view = new HandMadeJournal()
    .call("RunTask", { count: 1 })
    .call("RegisterTaskDefinition", { family: "web" }, refusal)
    .view();

  test("was refused with this code and message", () => {
    expect(refused({ operation: "RegisterTaskDefinition", code: "ClientException" })(view)).toMatchObject({
      passed: true,
      evidence: [1],
    });
    expect(refused({ operation: "RegisterTaskDefinition", message: /No Fargate/ })(view).passed).toBe(true);
    expect(refused({ operation: "RegisterTaskDefinition", message: "roles" })(view).passed).toBe(false);
    expect(refused({ operation: "RegisterTaskDefinition", code: "ServerException" })(view).passed).toBe(false);
    expect(refused({ operation: "RunTask" })(view).passed).toBe(false);
  });

  test("was accepted with this input", () => {
    expect(accepted({ operation: "RunTask", input: (input) => input.count === 1 })(view).passed).toBe(true);
    expect(accepted({ operation: "RunTask", input: (input) => input.count === 2 })(view).passed).toBe(false);
    expect(accepted({ operation: "RegisterTaskDefinition" })(view).passed).toBe(false);
  });
});
