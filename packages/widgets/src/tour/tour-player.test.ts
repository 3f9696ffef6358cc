/** The player of a tour: stops where things happen, gives commands on the way, and goes back without undoing anything. */
import { runCommandLine } from "@quayside/api/cli";
import { defineLab, planTour, runTask, stopTask, type Tour } from "@quayside/grader";
import { describe, expect, it } from "vitest";
import { TourPlayer } from "./tour-player.ts";

const family = "web";
const says = () => "Look";
const lab = defineLab(() => ({ title: "A run", goal: "Look", checks: {} }), {
  id: "90/02",
  seed: 5,
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
  checks: [],
});
const tour: Tour = {
  title: says,
  stops: [
    { shows: "subnet", says },
    { does: [runTask({ family })], until: { kind: "TASK_CREATED", family }, shows: "task", says },
    { until: { kind: "PULL_STARTED", container: "nginx" }, shows: "container", says },
    { shows: "registry", says },
    { does: [stopTask(family)], until: { kind: "TASK_STOPPED", family }, shows: "tray", says },
  ],
};

const start = () => new TourPlayer(lab, tour, runCommandLine);

/** Lets frames pass until the tour stands still; their number is bounded. */
function watch(player: TourPlayer): number {
  let frames = 0;
  while (frames < 2000 && player.frame(50)) frames += 1;
  return frames;
}

const statuses = (player: TourPlayer) => [...player.run.moment.tables.tasks.values()].map((task) => task.lastStatus);

describe("the player of a tour", () => {
  it("is at the first stop at once when it waits for nothing, and nothing has been done", () => {
    const player = start();
    expect(player.at).toBe(-1);
    player.next();
    expect([player.at, player.goal, player.moving]).toEqual([0, undefined, false]);
    expect(statuses(player)).toEqual([]);
  });

  it("lets time run until the thing happens, stands still there, and shows just that moment", () => {
    const player = start();
    player.next();
    player.next();
    expect(player.moving).toBe(true);
    expect(statuses(player)).toEqual([]);
    expect(watch(player)).toBeGreaterThan(5);
    expect([player.at, player.moving]).toEqual([1, false]);
    expect(statuses(player)).toEqual(["PROVISIONING"]);
    player.next();
    watch(player);
    expect(statuses(player)).toEqual(["PENDING"]);
    expect(player.run.moment.atMs).toBe(player.moments[2]?.atMs);
    expect(player.run.session.journal.records.at(-1)?.kind).toBe("PULL_STARTED");
  });

  it("comes to the planned journal, watched or jumped through", () => {
    const watched = start();
    const jumped = start();
    for (let stop = 0; stop < tour.stops.length; stop += 1) {
      watched.next();
      watch(watched);
      jumped.jump();
    }
    expect(watched.done && jumped.done).toBe(true);
    expect(watched.run.session.journal.records).toEqual(jumped.run.session.journal.records);
    const last = planTour(lab, tour, runCommandLine).at(-1)?.record;
    expect(watched.run.session.journal.at(last?.seq ?? -1)).toEqual(last);
  });

  it("goes back in time, and forward again without giving a command twice", () => {
    const player = start();
    for (let stop = 0; stop < 3; stop += 1) player.jump();
    const { nowMs } = player.run.session;
    player.back();
    player.back();
    expect(player.at).toBe(0);
    expect(statuses(player)).toEqual([]);
    expect(player.run.session.nowMs).toBe(nowMs);
    player.back();
    expect(player.at).toBe(0);
    for (let stop = 0; stop < 4; stop += 1) {
      player.next();
      watch(player);
    }
    expect(player.done).toBe(true);
    expect(player.run.session.tables.tasks.size).toBe(1);
    expect(statuses(player)).toEqual(["STOPPED"]);
  });

  it("can be held on the way, and sent back from it to the stop that was left", () => {
    const player = start();
    player.jump();
    player.jump();
    player.next();
    player.frame(50);
    player.hold();
    const { atMs } = player.run.moment;
    expect(player.frame(50)).toBe(false);
    expect(player.run.moment.atMs).toBe(atMs);
    expect(player.share).toBeGreaterThan(0);
    player.goOn();
    expect(player.moving).toBe(true);
    player.back();
    expect([player.at, player.goal]).toEqual([1, undefined]);
    expect(player.run.moment.atMs).toBe(player.moments[1]?.atMs);
  });

  it("knows its stop when any earlier moment is looked at", () => {
    const player = start();
    for (let stop = 0; stop < 3; stop += 1) player.jump();
    player.look((player.moments[1]?.atMs ?? 0) + 10);
    expect(player.at).toBe(1);
    player.look(0);
    expect(player.at).toBe(0);
    player.look(1e9);
    expect(player.at).toBe(2);
  });
});
