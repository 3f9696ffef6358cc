/** The drawing of a chart: every state and move of the running chart is there, and arcs do not lie on each other. */
import { Session, taskChart } from "@quayside/simulator";
import { describe, expect, it } from "vitest";
import { layChart } from "./chart-layout.ts";
import { taskPath } from "./task-path.ts";

const layout = layChart({ initial: taskChart.initial, states: taskChart.states, moves: taskChart.moves });

describe("the task's chart", () => {
  it("shows every state once, in the order of a whole life", () => {
    expect(layout.states.map((spot) => spot.state)).toEqual([
      "PROVISIONING",
      "PENDING",
      "ACTIVATING",
      "RUNNING",
      "DEACTIVATING",
      "STOPPING",
      "DEPROVISIONING",
      "STOPPED",
      "DELETED",
    ]);
  });

  it("draws every move that the engine allows, and no other", () => {
    const drawn = layout.moves.flatMap((move) => move.events.map((event) => `${move.from} ${event} ${move.to}`)).sort();
    expect(drawn).toEqual(taskChart.moves.map((move) => `${move.from} ${move.event} ${move.to}`).sort());
  });

  it("keeps arcs of one lane apart", () => {
    for (const one of layout.moves) {
      for (const other of layout.moves) {
        if (one === other || one.lane === 0 || one.lane !== other.lane) continue;
        const apart = one.toRow <= other.fromRow || other.toRow <= one.fromRow;
        expect(apart).toBe(true);
      }
    }
  });
});

describe("any chart", () => {
  it("leaves out what cannot be reached and survives a move back", () => {
    const made = layChart({
      initial: "a",
      states: ["a", "b", "lost"],
      moves: [
        { from: "a", event: "GO", to: "b" },
        { from: "b", event: "BACK", to: "a" },
        { from: "lost", event: "GO", to: "a" },
      ],
    });
    expect(made.states.map((spot) => spot.state)).toEqual(["a", "b"]);
    expect(made.moves.map((move) => [move.from, move.lane])).toEqual([
      ["a", 0],
      ["b", 1],
    ]);
  });
});

describe("the way of a task", () => {
  it("ends at the moment looked at", () => {
    const session = Session.start();
    session.call("ecs", "RegisterTaskDefinition", {
      family: "job",
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: "256",
      memory: "512",
      containerDefinitions: [{ name: "hello", image: "quayside/hello:1" }],
    });
    const subnet = [...session.tables.subnets.values()].find(
      (row) => row.internetRoute === "internet-gateway",
    )?.subnetId;
    const awsvpcConfiguration = { subnets: [subnet], assignPublicIp: "ENABLED" };
    session.call("ecs", "RunTask", {
      taskDefinition: "job",
      launchType: "FARGATE",
      networkConfiguration: { awsvpcConfiguration },
    });
    session.stepUntilQuiet();
    const [task = ""] = [...session.tables.tasks.keys()];
    const { records } = session.journal;
    const whole = taskPath(records, task, records.length);
    expect(whole.map((step) => step.status).slice(0, 3)).toEqual(["PROVISIONING", "PENDING", "RUNNING"]);
    expect(whole.at(-1)).toMatchObject({ status: "STOPPED" });
    expect(whole.at(-1)?.leftAtMs).toBeUndefined();
    const running = whole.find((step) => step.status === "RUNNING");
    const early = taskPath(records, task, (running?.seq ?? 0) + 1);
    expect(early.at(-1)).toMatchObject({ status: "RUNNING" });
    for (const [index, step] of whole.entries()) {
      const next = whole[index + 1];
      if (next !== undefined) {
        expect(step.leftAtMs).toBe(next.enteredAtMs);
        expect(taskChart.moves.some((move) => move.from === step.status && move.to === next.status)).toBe(true);
      }
    }
  });
});
