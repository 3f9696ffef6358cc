/**
 * Looking closer than the books: the parts of an interval, one request, dots that stand for requests. Everything is worked out by
 * draws from a row of the ledger, or from a rate, so it is the same whenever somebody asks, adds up, and changes nothing.
 */
import { binomial, scatter } from "../kernel/scatter.ts";
import type { End } from "../model/traffic.ts";
import { TRAFFIC_COLUMNS, type TrafficColumn, type TrafficLedger } from "../model/traffic-ledger.ts";

/**
 * How a number of requests was spread over an interval: equal parts, oldest first, which add up to it. A part is split in two
 * again and again, so that finer parts add up to coarser ones.
 * @param row of the ledger
 * @param column `came` or an end
 * @param depth how often: 2^depth parts
 */
export function partsOf(
  seed: number,
  ledger: TrafficLedger,
  row: number,
  column: TrafficColumn,
  depth: number,
): number[] {
  const draw = scatter(seed, `parts ${column}`);
  let parts = [ledger.get(row, column)];
  for (let level = 0; level < depth; level += 1) {
    parts = parts.flatMap((count, index) => {
      const first = binomial(count, 0.5, draw(row, level, index));
      return [first, count - first];
    });
  }
  return parts;
}

/** One request that ended in a particular way. */
export interface OneRequest {
  /** By which it is found again: row, end, and which of those in the row. */
  readonly id: string;
  readonly end: End;
  /** When it ended. */
  readonly atMs: number;
  readonly place: number;
  readonly cohort: number;
  /** Which of the cohort's targets had it, from 0. */
  readonly target: number;
  /** The journal's record that brought its target into the state that ended it; -1 for none. */
  readonly since: number;
}

/** The requests of a row that ended in one way, in the order of their ends. */
export function requestsOf(seed: number, ledger: TrafficLedger, row: number, end: End): OneRequest[] {
  const draw = scatter(seed, `requests ${end}`);
  const [fromMs, toMs] = [ledger.get(row, "fromMs"), ledger.get(row, "toMs")];
  const [place, cohort, since] = [ledger.get(row, "place"), ledger.get(row, "cohort"), ledger.get(row, "since")];
  const targets = Math.max(1, ledger.get(row, "targets"));
  return Array.from({ length: ledger.get(row, end) }, (_, index) => {
    const atMs = fromMs + (toMs - fromMs) * draw(row, index, 0);
    const target = Math.floor(targets * draw(row, index, 1));
    return { id: `${row}.${end}.${index}`, end, atMs, place, cohort, target, since };
  }).sort((a, b) => a.atMs - b.atMs);
}

/** The request with an id; undefined when the ledger has none, or not so many rows. */
export function requestWithId(seed: number, ledger: TrafficLedger, id: string): OneRequest | undefined {
  const [row = "", end = ""] = id.split(".");
  if (!/^\d+$/.test(row) || Number(row) >= ledger.length || !isColumn(end)) return undefined;
  return requestsOf(seed, ledger, Number(row), end as End).find((each) => each.id === id);
}

function isColumn(name: string): name is TrafficColumn {
  return (TRAFFIC_COLUMNS as readonly string[]).includes(name);
}

/** A dot that stands for some requests. */
export interface Dot {
  readonly bornMs: number;
  /** 0 to 1: chooses by share among the ways that it can take. */
  readonly lane: number;
}

/** At most one dot is born in so long. */
const CELL_MS = 50;
const MOST_DOTS_PER_SECOND = 10;

/**
 * The dots that are born between two moments. They follow the rate and not the books, so they are the same while an interval is
 * still open and when somebody goes back to it; those of two stretches are those of one.
 * @param name whose requests they are
 * @param perSecond the rate at a moment; at most ten times `scale`
 * @param scale requests that a dot stands for, see `scaleFor`
 */
export function dotsBetween(
  seed: number,
  name: string,
  perSecond: (atMs: number) => number,
  scale: number,
  [fromMs, toMs]: readonly [number, number],
): Dot[] {
  const draw = scatter(seed, `dots ${name}`);
  const dots: Dot[] = [];
  for (let cell = Math.floor(fromMs / CELL_MS); cell * CELL_MS < toMs; cell += 1) {
    const chance = ((perSecond((cell + 0.5) * CELL_MS) / scale) * CELL_MS) / 1000;
    if (draw(cell) >= chance) continue;
    const bornMs = (cell + draw(cell, 1)) * CELL_MS;
    if (bornMs >= fromMs && bornMs < toMs) dots.push({ bornMs, lane: draw(cell, 2) });
  }
  return dots;
}

/** How many requests a dot must stand for, so that at most ten are born in a second: 1, 2, 5, 10, 20, 50 ... */
export function scaleFor(perSecond: number): number {
  let power = 1;
  while (perSecond > 5 * power * MOST_DOTS_PER_SECOND) power *= 10;
  return [1, 2, 5].map((step) => step * power).find((scale) => perSecond <= scale * MOST_DOTS_PER_SECOND) ?? 5 * power;
}
