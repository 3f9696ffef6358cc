/**
 * Where the states and moves of a chart are drawn: states one below the other, ranked by the longest way from the beginning;
 * a move to the next state is a straight line, every other one an arc in a lane of its own beside the column. Pure.
 */

/** What is needed of a chart: `taskChart` of the simulator, or another. */
export interface DrawableChart {
  readonly initial: string;
  readonly states: readonly string[];
  readonly moves: readonly { readonly from: string; readonly event: string; readonly to: string }[];
}

export interface StateSpot {
  readonly state: string;
  readonly row: number;
}

export interface MoveLine {
  readonly from: string;
  readonly to: string;
  /** Every event that makes this move. */
  readonly events: readonly string[];
  readonly fromRow: number;
  readonly toRow: number;
  /** 0 for a straight line; else the lane of the arc, from 1. Arcs of one lane do not overlap. */
  readonly lane: number;
}

export interface ChartLayout {
  readonly states: readonly StateSpot[];
  readonly moves: readonly MoveLine[];
  readonly lanes: number;
}

/** Lays a chart out. States that cannot be reached are left out. */
export function layChart(chart: DrawableChart): ChartLayout {
  const ranks = longestRanks(chart);
  const reached = chart.states.filter((state) => ranks.has(state));
  const order = new Map(chart.states.map((state, index) => [state, index]));
  reached.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const rowOf = new Map(reached.map((state, row) => [state, row]));
  const moves = layMoves(chart, rowOf);
  return {
    states: reached.map((state, row) => ({ state, row })),
    moves,
    lanes: Math.max(0, ...moves.map((move) => move.lane)),
  };
}

/** Longest way from the initial state, moves that lead back left aside. */
function longestRanks(chart: DrawableChart): Map<string, number> {
  const ranks = new Map([[chart.initial, 0]]);
  const visit = (state: string, rank: number, path: ReadonlySet<string>): void => {
    for (const move of chart.moves) {
      if (move.from !== state || path.has(move.to)) continue;
      if ((ranks.get(move.to) ?? -1) >= rank + 1) continue;
      ranks.set(move.to, rank + 1);
      visit(move.to, rank + 1, new Set([...path, move.to]));
    }
  };
  visit(chart.initial, 0, new Set([chart.initial]));
  return ranks;
}

function layMoves(chart: DrawableChart, rowOf: ReadonlyMap<string, number>): MoveLine[] {
  const merged = new Map<string, { from: string; to: string; events: string[]; fromRow: number; toRow: number }>();
  for (const { from, event, to } of chart.moves) {
    const fromRow = rowOf.get(from);
    const toRow = rowOf.get(to);
    if (fromRow === undefined || toRow === undefined) continue;
    const known = merged.get(`${from} ${to}`);
    if (known === undefined) merged.set(`${from} ${to}`, { from, to, events: [event], fromRow, toRow });
    else known.events.push(event);
  }
  const lines = [...merged.values()].sort(
    (a, b) => Math.abs(a.toRow - a.fromRow) - Math.abs(b.toRow - b.fromRow) || a.fromRow - b.fromRow,
  );
  const taken: { top: number; bottom: number }[][] = [];
  return lines.map((line) => ({ ...line, lane: line.toRow - line.fromRow === 1 ? 0 : laneFor(line, taken) }));
}

/** The innermost lane in which an arc overlaps no other; arcs that only touch may share one. */
function laneFor(line: { fromRow: number; toRow: number }, taken: { top: number; bottom: number }[][]): number {
  const top = Math.min(line.fromRow, line.toRow);
  const bottom = Math.max(line.fromRow, line.toRow);
  let lane = 0;
  while (taken[lane]?.some((other) => other.top < bottom && top < other.bottom)) lane += 1;
  taken[lane] ??= [];
  taken[lane]?.push({ top, bottom });
  return lane + 1;
}
