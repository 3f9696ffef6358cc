/** Which moment of a run makes the best picture of it: the one in which most is going on, told from the map itself. */
import { type Journal, JournalView } from "@quayside/simulator";
import type { Moment, Tables } from "../base/cloud.ts";
import { buildScene, type Scene } from "../map/scene.ts";

/** Size of the picture that is judged, in pixels; another size shows the same. */
const JUDGED = { width: 720, height: 460 };
/** What a task adds. Ours: an image on its way draws a line over the whole map; a stopped task lies in the tray. */
const PULLING = 5;
const RUNNING = 4;
const MOVING = 2;
const STOPPED = 1;
/** What an image adds that has arrived in part, by more than a fifth. */
const ARRIVING = 1;
/** What each different state adds. */
const VARIETY = 2;

/**
 * The liveliest moment of a journal: the same for the same journal; the earliest of equals.
 * @param untilMs end of the run, in simulated milliseconds
 */
export function liveliestMoment(journal: Journal, untilMs: number): Moment {
  const view = new JournalView(journal);
  const momentOf = (atMs: number): Moment => {
    view.moveTo(atMs);
    return { tables: view.tables as Tables, atMs, headMs: untilMs, recordCount: view.position };
  };
  let best = 0;
  let highest = -1;
  for (const atMs of candidates(journal, untilMs)) {
    const moment = momentOf(atMs);
    const score = liveliness(buildScene({ tables: moment.tables, atMs, ...JUDGED }));
    if (score <= highest) continue;
    highest = score;
    best = atMs;
  }
  return momentOf(best);
}

/** When something happened, and half-way to the next, where an image has partly arrived. */
function candidates(journal: Journal, untilMs: number): number[] {
  const times = [...new Set(journal.records.map((record) => record.atMs))].filter((atMs) => atMs <= untilMs);
  return times.flatMap((atMs, index) => [atMs, Math.round((atMs + (times[index + 1] ?? atMs)) / 2)]);
}

function liveliness({ tasks, flows }: Scene): number {
  const pulling = flows.length;
  const running = tasks.filter((mark) => mark.lastStatus === "RUNNING").length;
  const stopped = tasks.filter((mark) => mark.where === "tray").length;
  const moving = tasks.length - running - stopped - pulling;
  const arriving = tasks.flatMap((mark) => mark.containers).filter((each) => (each.progress ?? 0) > 0.2).length;
  const states = new Set(tasks.map((mark) => mark.look.name)).size;
  const seen = pulling * PULLING + running * RUNNING + moving * MOVING + stopped * STOPPED;
  return seen + arriving * ARRIVING + states * VARIETY;
}
