/** Every starting state in content/scenarios is well formed, and AWS accepts each of its calls. */
import "@quayside/simulator/engine";
import "@quayside/simulator/task-definition";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findingsOfScenario } from "@quayside/grader/schema";
import { type Scenario, Session } from "@quayside/simulator";
import { describe, expect, test } from "vitest";

const folder = new URL("../../content/scenarios/", import.meta.url);
const files = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith(".json"));

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
    const session = Session.start({ seed: 1, scenario: { ...scenario, commands: [] } });
    const refused = scenario.commands
      .map((command) => ({ command, outcome: session.call("ecs", command.operation, command.input) }))
      .filter(({ outcome }) => !outcome.ok);
    expect(refused).toEqual([]);
  });
});
