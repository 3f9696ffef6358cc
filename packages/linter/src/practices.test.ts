/** Good practice: each warning with the near miss that is none. */

import { validateTaskDefinition } from "@quayside/simulator/task-definition";
import { changed, VALID } from "@quayside/simulator/task-definition/samples";
import { expect, test } from "vitest";
import { meantImage } from "./official-images.ts";
import { PRACTICES } from "./practices.ts";

const LOGS = { "c0.logConfiguration": { logDriver: "json-file" } };
const codes = (changes: Record<string, unknown>) =>
  validateTaskDefinition(changed(VALID.web, { "c0.portMappings": undefined, ...LOGS, ...changes }), {
    rules: PRACTICES,
  }).map(({ ruleId }) => ruleId);
const variable = (name: string, value: string) => ({ "c0.environment": [{ name, value }] });

test.each([
  ["image-latest", { "c0.image": "nginx" }, { "c0.image": "nginx:1.29" }],
  ["image-latest", { "c0.image": "registry:5000/nginx" }, { "c0.image": "registry:5000/nginx:1.29" }],
  ["image-latest", { "c0.image": "nginx:latest" }, { "c0.image": `nginx:latest@sha256:${"a".repeat(64)}` }],
  ["image-misspelt", { "c0.image": "ngnix:1.29" }, { "c0.image": "acme/ngnix:1.29" }],
  ["image-misspelt", { "c0.image": "docker.io/library/postgers:17" }, { "c0.image": "postgres:17" }],
  ["image-misspelt", { "c0.image": "nginx:lastest" }, { "c0.image": "nginx:stable" }],
  ["no-logs", { "c0.logConfiguration": undefined }, {}],
  [
    "privileged",
    { requiresCompatibilities: ["EC2"], "c0.privileged": true },
    { requiresCompatibilities: ["EC2"], "c0.privileged": false },
  ],
  ["plain-secret", variable("DB_PASSWORD", "x"), variable("DB_PASSWORD_FILE", "/run/x")],
  ["plain-secret", variable("API_KEY", "x"), variable("API_KEY", "")],
  ["plain-secret", variable("GITHUB_TOKEN", "x"), variable("TOKENIZER", "bpe")],
  ["plain-secret", variable("URL", "postgres://u:p@db/x"), variable("URL", "postgres://db/x")],
  ["plain-secret", variable("ID", "AKIAIOSFODNN7EXAMPLE"), variable("ID", "AKIA")],
  [
    "plain-secret",
    variable("SECRET", "x"),
    variable("SECRET", "arn:aws:secretsmanager:us-east-1:123456789012:secret:x"),
  ],
  [
    "no-health-check",
    { "c0.portMappings": [{ containerPort: 80 }] },
    { "c0.portMappings": [{ containerPort: 80 }], "c0.healthCheck": { command: ["CMD", "true"] } },
  ],
])("%s", (rule, bad, good) => {
  expect(codes(bad)).toEqual([rule]);
  expect(codes(good)).toEqual([]);
});

test("a misspelt image is named as it is meant, and no name of somebody's own is taken for one", () => {
  expect(meantImage("ngnix")).toBe("nginx");
  expect(meantImage("ngnix:1.29")).toBe("nginx:1.29");
  expect(meantImage("public.ecr.aws/docker/library/httpdd:2.4")).toBe("public.ecr.aws/docker/library/httpd:2.4");
  expect(meantImage("nginx:lastest")).toBe("nginx:latest");
  for (const right of [
    "nginx:1.29",
    "my-app:1",
    "web",
    "code:2",
    "registry:5000/ngnix",
    "nginx:alpine",
    "node:lts",
    "",
  ])
    expect([right, meantImage(right)]).toEqual([right, undefined]);
});

test("all of them are warnings with something to do and a source", () => {
  for (const { severity, hint, source } of PRACTICES) {
    expect(severity).toBe("warning");
    expect(hint.length + source.length).toBeGreaterThan(20);
  }
});
