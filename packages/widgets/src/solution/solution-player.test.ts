/** The player of a lab's solution: what it does and when, and that it ends where the solution says. */
import { runCommandLine } from "@quayside/api/cli";
import { Attempt, defineLab, editText, type LabCommand, runTask, taskReached, UNTIL_SETTLED } from "@quayside/grader";
import { Session } from "@quayside/simulator";
import { describe, expect, it } from "vitest";
import { SolutionPlayer } from "./solution-player.ts";

const family = "web";
const file = "notes.txt";
const definition = {
  family,
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ name: "nginx", image: "nginx:1.29" }],
};
const lab = defineLab(() => ({ title: "A run", goal: "Run it", checks: { running: "It runs" } }), {
  id: "90/01",
  seed: 3,
  scenario: {
    id: "web",
    title: "A definition",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: definition },
    ],
  },
  files: [{ name: file, text: "one\n" }],
  checks: [
    {
      id: "running",
      test: taskReached({ family, cluster: "default", status: "RUNNING" }),
    },
  ],
});
const solution: LabCommand[] = [
  editText(file, "two\n"),
  editText(file, "three\n"),
  runTask({ family }),
  UNTIL_SETTLED,
  { advanceMs: 7000 },
];
const clock = () => 0;

/** What the solution does when the grader runs it, without a player. */
function graded(): Attempt {
  const attempt = new Attempt(lab, Session.start(lab), { runLine: runCommandLine });
  for (const command of solution) attempt.run(command);
  return attempt;
}

/** Lets frames pass until nothing moves; their number is bounded. */
function watch(player: SolutionPlayer, frameMs = 50): number {
  let frames = 0;
  while (frames < 5000 && player.frame(frameMs, clock)) frames += 1;
  return frames * frameMs;
}

describe("the player of a solution", () => {
  it("does one step a press and knows what each edit changed", () => {
    const player = new SolutionPlayer(lab, solution, runCommandLine);
    expect(player.steps.slice(0, 2).map((step) => step.before)).toEqual(["one\n", "two\n"]);
    player.next();
    expect(player.at).toBe(1);
    expect(player.run.attempt.files[file]).toBe("two\n");
    player.next();
    player.next();
    expect(player.steps[2]?.printed?.stdout).toContain("taskArn");
    expect(player.run.session.tables.tasks.size).toBe(1);
    expect(player.moving).toBe(false);
  });

  it("shows time pass as long as the step says, tells which check passed, and ends like the grader's run", () => {
    const player = new SolutionPlayer(lab, solution, runCommandLine);
    for (let step = 0; step < 4; step += 1) player.next();
    expect(player.at).toBe(3);
    expect(player.waitsUntilMs).toBeGreaterThan(player.run.session.nowMs);
    const watchedMs = watch(player);
    expect(watchedMs).toBeGreaterThan(1000);
    expect(watchedMs).toBeLessThan(10_000);
    expect(player.steps[3]?.passed.map((check) => check.id)).toEqual(["running"]);
    player.next();
    watch(player);
    expect(player.done).toBe(true);
    expect(player.run.session.nowMs).toBe(graded().session.nowMs);
    expect(player.run.session.journal.records).toEqual(graded().session.journal.records);
  });

  it("ends a wait at once when the next step is asked for, in the same state", () => {
    const player = new SolutionPlayer(lab, solution, runCommandLine);
    for (let press = 0; press < 7; press += 1) player.next();
    expect(player.done).toBe(true);
    player.next();
    expect(player.run.session.journal.records).toEqual(graded().session.journal.records);
  });

  it("plays all from where it stands, and can be stopped between", () => {
    const player = new SolutionPlayer(lab, solution, runCommandLine);
    player.playAll();
    while (player.at < 2) player.frame(50, clock);
    player.pause();
    expect(player.frame(60_000, clock)).toBe(false);
    expect(player.at).toBe(2);
    player.playAll();
    watch(player);
    expect(player.done).toBe(true);
    expect(player.results.every((result) => result.passed)).toBe(true);
  });

  it("shows an earlier moment without undoing a step, and goes on from the present", () => {
    const player = new SolutionPlayer(lab, solution, runCommandLine);
    for (let press = 0; press < 5; press += 1) player.next();
    const { nowMs } = player.run.session;
    player.run.look(0);
    player.resume();
    watch(player);
    expect(player.run.inPast).toBe(false);
    expect(player.at).toBe(4);
    expect(player.run.session.nowMs).toBe(nowMs);
    player.run.look(0);
    player.next();
    expect(player.run.inPast).toBe(false);
  });

  it("holds a wait in the middle and goes on with it", () => {
    const player = new SolutionPlayer(lab, solution, runCommandLine);
    for (let press = 0; press < 4; press += 1) player.next();
    player.frame(100, clock);
    player.pause();
    const { nowMs } = player.run.session;
    expect(player.frame(100, clock)).toBe(false);
    player.run.look(0);
    expect(player.moving).toBe(false);
    player.step();
    expect(player.run.moment.atMs).toBeLessThanOrEqual(nowMs);
    player.run.lookAtPresent();
    player.resume();
    watch(player);
    expect(player.at).toBe(4);
  });

  it("steps through a wait from one thing that happens to the next", () => {
    const player = new SolutionPlayer(lab, solution, runCommandLine);
    for (let press = 0; press < 4; press += 1) player.next();
    let presses = 0;
    for (; presses < 200 && player.at === 3; presses += 1) player.step();
    expect(presses).toBeGreaterThan(5);
    expect(player.at).toBe(4);
    expect(player.results[0]?.passed).toBe(true);
  });
});
