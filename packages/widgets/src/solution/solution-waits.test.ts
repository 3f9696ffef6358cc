/** Waits of a solution for something particular: the player ends them where the grader's run does, and shows a bound that was hit. */
import { runCommandLine } from "@quayside/api/cli";
import {
  Attempt,
  defineLab,
  type LabCommand,
  runTask,
  stopTask,
  taskReached,
  unmetText,
  until,
} from "@quayside/grader";
import { Session } from "@quayside/simulator";
import { expect, test } from "vitest";
import { SolutionPlayer } from "./solution-player.ts";

const family = "web";
const lab = defineLab(() => ({ title: "Waits", goal: "Run it", checks: { running: "It runs" } }), {
  id: "90/02",
  seed: 3,
  scenario: {
    id: "web",
    title: "A definition",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      {
        service: "ecs",
        operation: "RegisterTaskDefinition",
        input: {
          family,
          requiresCompatibilities: ["FARGATE"],
          networkMode: "awsvpc",
          cpu: "256",
          memory: "512",
          containerDefinitions: [{ name: "nginx", image: "nginx:1.29" }],
        },
      },
    ],
  },
  files: [],
  checks: [{ id: "running", test: taskReached({ family, status: "RUNNING" }) }],
});
const solution: LabCommand[] = [
  runTask({ family, count: 2 }),
  until({ taskRunning: family }, "5 min"),
  stopTask(family),
  until({ taskStopped: family }, "2 min"),
  stopTask(family),
  until({ taskStopped: family }, "5 min"),
];

function graded(): Session {
  const attempt = new Attempt(lab, Session.start(lab), { runLine: runCommandLine });
  for (const command of solution) attempt.run(command);
  return attempt.session;
}

test.each([
  ["skipped", (player: SolutionPlayer) => player.next()],
  ["watched in frames", (player: SolutionPlayer) => (player.moving ? player.frame(37, () => 0) : player.resume())],
  ["gone through step by step", (player: SolutionPlayer) => player.step()],
])("%s, they end at the grader's moment and step", (_, goOn) => {
  const player = new SolutionPlayer(lab, solution, runCommandLine);
  for (let turn = 0; turn < 5_000 && !player.done; turn += 1) goOn(player);
  expect(player.run.session.save()).toEqual(graded().save());
  expect(player.steps.map(({ printed }) => printed?.unmet && unmetText(printed.unmet)("en"))).toEqual([
    undefined,
    undefined,
    undefined,
    "Not met within 2 min: every task of web is STOPPED.",
    undefined,
    undefined,
  ]);
});
