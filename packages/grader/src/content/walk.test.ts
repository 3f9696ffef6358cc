/** Walking through commands step by step, and grading a list of commands. */
import { describe, expect, test } from "vitest";
import { NO_ANSWERS } from "../answers.ts";
import { registerFile, runTask, stopTask, UNTIL_SETTLED } from "../authoring/commands.ts";
import { taskReached } from "../checks/task-status.ts";
import type { Lab, LabCommand } from "../lab.ts";
import { text } from "../testing/text.ts";
import { unmetText, type Waited } from "../wait-words.ts";
import { gradeLab, startAttempt } from "./grade.ts";
import { WALK_STEPS_MAX, walk } from "./walk.ts";

const definition = {
  family: "web",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ name: "web", image: "nginx" }],
};
const lab: Lab = {
  id: "99/01",
  seed: 7,
  title: text("A web server", "Một web server"),
  scenario: {
    id: "one-cluster",
    title: "One cluster",
    commands: [{ service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } }],
  },
  files: [{ name: "web.json", text: JSON.stringify(definition) }],
  goal: text("Run it.", "Hãy chạy nó."),
  checks: [{ id: "running", title: text("It runs", "Nó chạy"), test: taskReached({ status: "RUNNING" }) }],
};
const solution = [registerFile("web.json"), runTask({ family: "web" }), UNTIL_SETTLED];
const whole = { lab, answers: { ...NO_ANSWERS, solution } };
/** A container that ends once a minute, and is started again for ever. */
const endless = {
  image: "busybox",
  command: ["sh", "-c", "sleep 60"],
  restartPolicy: { enabled: true, restartAttemptPeriod: 60 },
};
const YEAR_MS = 365 * 86_400_000;
const wholeLife: LabCommand[] = [...solution, { advanceMs: 5_000 }, stopTask("web"), { advanceMs: 60_000 }];

describe("a walk", () => {
  test("makes the same journal as a run, and looks after every step", () => {
    const walked = startAttempt(whole);
    let looks = 0;
    const isWhole = walk(walked, wholeLife, () => {
      looks += 1;
    });
    const ran = gradeLab(whole, wholeLife).attempt;
    expect(isWhole).toBe(true);
    expect(walked.session.journal.records).toEqual(ran.session.journal.records);
    expect(walked.session.nowMs).toBe(ran.session.nowMs);
    expect(looks).toBe(ran.session.steps + 3);
  });
});

describe("a wait for something", () => {
  const waits: LabCommand[] = [
    registerFile("web.json"),
    runTask({ family: "web" }),
    { until: { taskRunning: "web" }, atMost: "5 min" },
    stopTask("web"),
    { until: { taskStopped: "web" }, atMost: "5 min" },
  ];

  test("ends as soon as it is there, walked as well as run", () => {
    const { attempt, ran } = gradeLab(whole, waits);
    expect(ran.map(({ result }) => result.exitCode)).toEqual([0, 0, 0, 0, 0]);
    expect([...attempt.session.tables.tasks.values()].map((task) => task.lastStatus)).toEqual(["STOPPED"]);
    const walked = startAttempt(whole);
    expect(walk(walked, waits, () => undefined)).toBe(true);
    expect(walked.session.save()).toEqual(attempt.session.save());
  });

  test("is a failed step when its bound is hit, and says so in both languages", () => {
    const { ran, mark } = gradeLab(whole, [{ until: { taskRunning: "web" }, atMost: "2 min" }, ...solution]);
    expect(ran[0]).toMatchObject({
      nowMs: 120_000,
      result: { exitCode: 1 },
    });
    const unmet = unmetText(ran[0]?.result.unmet as Waited);
    expect(unmet("en")).toBe("Not met within 2 min: every task of web is RUNNING.");
    expect(unmet("vi")).toBe("Sau 2 min vẫn chưa đạt: mọi task của web đều RUNNING.");
    expect(mark.passed).toBe(true);
  });
});

describe("a walk that does not end", () => {
  test("is given up", () => {
    const restarted = { ...definition, containerDefinitions: [{ ...definition.containerDefinitions[0], ...endless }] };
    const attempt = startAttempt({
      ...whole,
      lab: { ...lab, files: [{ name: "web.json", text: JSON.stringify(restarted) }] },
    });
    let looks = 0;
    const look = () => {
      looks += 1;
    };
    expect(walk(attempt, [...solution, { advanceMs: 10 * YEAR_MS }], look)).toBe(false);
    expect(looks).toBeLessThan(WALK_STEPS_MAX + 10);
  });
});

describe("a graded run", () => {
  test("marks what the commands left, and keeps what they printed", () => {
    const { mark, ran } = gradeLab(whole, wholeLife);
    expect(mark).toMatchObject({ labId: "99/01", passed: true, score: 1, max: 1 });
    expect(ran.map(({ result }) => result.exitCode)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(JSON.parse(ran[1]?.result.stdout ?? "")).toMatchObject({ tasks: [{ lastStatus: "PROVISIONING" }] });
  });

  test("goes on after a refused command", () => {
    const { mark, ran } = gradeLab(whole, [{ aws: "aws ecs run-task --task-definition nothing" }, ...solution]);
    expect(ran[0]?.result.exitCode).not.toBe(0);
    expect(ran[0]?.result.stderr).not.toBe("");
    expect(mark.passed).toBe(true);
  });

  test("does not pass without commands", () => {
    expect(gradeLab(whole, []).mark).toMatchObject({ passed: false, score: 0, max: 1 });
  });
});
