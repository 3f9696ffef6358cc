/** Every narrated tour is well formed, gets to each of its stops, and what a stop shows is there when it is reached. */

import { runCommandLine } from "@quayside/api/cli";
import { Attempt, type Lab, labOfTour, labsArriving, planTour, type Tour } from "@quayside/grader";
import { loadLabs } from "@quayside/grader/content";
import { findingsOfTour } from "@quayside/grader/schema";
import { JournalView, Session } from "@quayside/simulator";
import { inRepository } from "@quayside/toolchain/repository";
import { sandboxLab } from "@quayside/widgets/sandbox";
import { describe, expect, test } from "vitest";

const labs = [...(await loadLabs(inRepository())).map(({ lab }) => lab), sandboxLab];
const withTours = await Promise.all(
  labs.flatMap((lab) => (lab.tour === undefined ? [] : [lab.tour().then((tour) => ({ lab, tour, id: lab.id }))])),
);
await Promise.all([labsArriving("en"), labsArriving("vi")]);

/** Plays a tour to its end, the way the page does. */
function walk(lab: Lab, tour: Tour) {
  const moments = planTour(lab, tour, runCommandLine);
  const attempt = new Attempt(labOfTour(lab, tour), Session.start(labOfTour(lab, tour)), { runLine: runCommandLine });
  tour.stops.forEach((stop, index) => {
    const moment = moments[index];
    if (moment?.callsAtMs !== undefined) attempt.session.advance({ untilMs: moment.callsAtMs });
    for (const command of stop.does ?? []) attempt.run(command);
    attempt.session.advance({ untilMs: moment?.atMs ?? 0 });
  });
  return { moments, session: attempt.session };
}

test("the first lessons, the life of a task and the sandbox have a tour", () => {
  expect(withTours.map(({ id }) => id)).toEqual(["00/01", "01/01", "02/01", "sandbox"]);
});

describe.each(withTours)("the tour of $id", ({ lab, tour }) => {
  const { moments, session } = walk(lab, tour);

  test("says everything in both languages and stands only at what there is", () => {
    expect(findingsOfTour(tour)).toEqual([]);
  });

  test("reaches every stop, and no command of it is refused", () => {
    expect(moments).toHaveLength(tour.stops.length);
    const refused = moments.flatMap(({ printed }) => printed.filter(({ exitCode }) => exitCode !== 0));
    expect(refused).toEqual([]);
  });

  test("comes to the same moments when it is watched as when it was planned", () => {
    for (const { record } of moments) {
      if (record === undefined) continue;
      const { kind, subject, atMs } = record;
      expect(session.journal.at(record.seq)).toMatchObject({ kind, subject, atMs });
    }
  });

  test("shows tasks in the status that it speaks of", () => {
    const view = new JournalView(session.journal);
    tour.stops.forEach(({ shows }, index) => {
      view.moveTo(moments[index]?.atMs ?? 0);
      const tasks = [...view.tables.tasks.values()];
      const [what, name] = shows.split(":");
      if (what === "status") expect(tasks.map((task) => task.lastStatus)).toContain(name);
      if (what === "family") expect(tasks.some((task) => task.spec.taskDefinitionArn.includes(`/${name}:`))).toBe(true);
      if (["task", "eni", "container", "essential"].includes(shows)) expect(tasks.length).toBeGreaterThan(0);
    });
  });
});

test.each([
  ["for an event", { until: { kind: "SIGKILL_SENT" } }, "waits for SIGKILL_SENT, which does not happen."],
  [
    "in a command, until its bound",
    { does: [{ until: { taskStopped: "nothing" }, atMost: "10 min" }] },
    "waits in vain. Not met within 10 min: every task of nothing is STOPPED.",
  ],
] as const)("a tour that waits in vain %s names the stop", (_how, wait, sentence) => {
  const [first] = withTours;
  if (first === undefined) throw new Error("there is no tour");
  const stops = [...first.tour.stops, { ...first.tour.stops[0], ...wait }] as Tour["stops"];
  expect(() => planTour(first.lab, { ...first.tour, stops }, runCommandLine)).toThrow(
    `Stop ${stops.length} of the tour ${sentence}`,
  );
});
