/** Every starting state in content/scenarios is well formed, AWS accepts each of its calls, and it goes as its title says. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findingsOfScenario } from "@quayside/grader/schema";
import { type Scenario, Session } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import { en } from "../../content/i18n/en.ts";
import { vi } from "../../content/i18n/vi.ts";

const folder = new URL("../../content/scenarios/", import.meta.url);
const files = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith(".json"));

/** How the tasks of every scenario end up when nothing more happens by itself: how many, and each family's tasks. */
const ENDINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "full-house": {
    "web:1": "10 RUNNING",
    "shop:1": "10 RUNNING",
    "report:1": "10 STOPPED EssentialContainerExited (0)",
  },
  instances: { "web:1": "6 RUNNING", "api:1": "3 RUNNING" },
  "order-of-start": { "shop:1": "1 RUNNING (0)" },
  "ready-to-run": {},
  "second-chances": { "with-policy:1": "1 RUNNING", "without-policy:1": "1 RUNNING", "with-helper:1": "1 RUNNING" },
  "ways-to-end": {
    "hello:1": "1 STOPPED EssentialContainerExited (0)",
    "crash:1": "1 STOPPED EssentialContainerExited (1)",
    "leaky:1": "1 STOPPED EssentialContainerExited (137)",
    "stubborn:1": "1 RUNNING",
    "typo:1": "1 STOPPED TaskFailedToStart",
    "webserver:1": "1 STOPPED TaskFailedToStart",
  },
  services: { "web:1": "3 RUNNING", "crash:1": "4 STOPPED EssentialContainerExited (1)" },
  daemons: { "collector:1": "3 RUNNING", "web:1": "4 RUNNING" },
  "stuck-rollout": { "web:1": "4 RUNNING", "port:1": "2 RUNNING" },
  "health-check-loop": { "shop:1": "4 RUNNING" },
  "slow-deregistration": { "web:1": "2 RUNNING" },
  "host-port-rollout": { "port:1": "2 RUNNING" },
  "crash-loop": { "good:1": "2 RUNNING", "crash:1": "4 STOPPED EssentialContainerExited (1)" },
  "zone-loss": { "web:1": "8 RUNNING" },
  "web-running": { "webserver:1": "3 RUNNING" },
  "who-may-read": {
    "right-role:1": "1 RUNNING",
    "usual-role:1": "1 STOPPED TaskFailedToStart",
    "wrong-key:1": "1 STOPPED TaskFailedToStart",
  },
};

/** By revision: how many tasks there are, and how the last of them stands, with the exit codes of its containers. */
function endings({ tables }: Session): Record<string, string> {
  const found: Record<string, { count: number; text: string }> = {};
  for (const { spec, lastStatus, stopCode } of tables.tasks.values()) {
    const revision = spec.taskDefinitionArn.slice(spec.taskDefinitionArn.lastIndexOf("/") + 1);
    const codes = spec.containerArns.flatMap((arn) => tables.containers.get(arn)?.exitCode ?? []);
    const text = [lastStatus, stopCode, codes.length === 0 ? undefined : `(${codes.join(" ")})`];
    const count = (found[revision]?.count ?? 0) + 1;
    found[revision] = { count, text: text.filter((word) => word !== undefined).join(" ") };
  }
  return Object.fromEntries(Object.entries(found).map(([revision, { count, text }]) => [revision, `${count} ${text}`]));
}

test("there are scenarios", () => {
  expect(files.length).toBeGreaterThan(0);
});

describe.each(files)("%s", (name) => {
  const scenario = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Scenario;

  test("is a scenario named like its file", () => {
    expect(findingsOfScenario(scenario)).toEqual([]);
    expect(`${scenario.id}.json`).toBe(name);
  });

  test("is accepted by AWS, call by call", () => {
    expect(() => Session.start({ seed: 1, scenario })).not.toThrow();
  });

  test("goes as its title says", () => {
    const session = Session.start({ seed: 1, scenario });
    session.stepUntilQuiet();
    expect(endings(session)).toEqual(ENDINGS[scenario.id]);
  });

  test("is described on the sandbox page in both languages", () => {
    for (const texts of [en, vi] as Record<string, string>[]) {
      expect(texts[`scenario.${scenario.id}.title`]).toBeTruthy();
      expect(texts[`scenario.${scenario.id}.text`]).toBeTruthy();
    }
    expect(en).toHaveProperty([`scenario.${scenario.id}.title`], scenario.title);
  });
});
