/**
 * The least that any engine of this kind must do, by hand: timed events from a binary heap, each changing a plain object and
 * putting the next event of that object on the heap. No journal, no causes, no rows, no rules. The engine's speed is given
 * as a share of this loop's in the same process, which says the same on a quick machine and on a slow one.
 */

interface Thing {
  stage: number;
  changedAtMs: number;
}

interface Due {
  readonly atMs: number;
  readonly seq: number;
  readonly thing: Thing;
}

/** Takes `count` objects alive at the same time through `stages` events each; gives the number of events. */
export function bareLoop(count: number, stages: number): number {
  const heap: Due[] = [];
  let seq = 0;
  let random = 42;
  const delay = () => {
    random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
    return 1 + (random % 30_000);
  };
  const schedule = (atMs: number, thing: Thing) => {
    seq += 1;
    push(heap, { atMs, seq, thing });
  };
  for (let index = 0; index < count; index += 1) schedule(delay(), { stage: 0, changedAtMs: 0 });
  let events = 0;
  for (let due = pop(heap); due !== undefined; due = pop(heap)) {
    const { atMs, thing } = due;
    thing.stage += 1;
    thing.changedAtMs = atMs;
    events += 1;
    if (thing.stage < stages) schedule(atMs + delay(), thing);
  }
  return events;
}

function isBefore(one: Due, other: Due): boolean {
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.seq < other.seq);
}

function push(heap: Due[], due: Due): void {
  heap.push(due);
  let at = heap.length - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above] as Due;
    if (isBefore(parent, due)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = due;
}

function pop(heap: Due[]): Due | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (top === undefined || last === undefined || heap.length === 0) return top;
  let at = 0;
  for (let below = 1; below < heap.length; below = 2 * at + 1) {
    const right = heap[below + 1];
    let child = heap[below] as Due;
    if (right !== undefined && isBefore(right, child)) {
      child = right;
      below += 1;
    }
    if (isBefore(last, child)) break;
    heap[at] = child;
    at = below;
  }
  heap[at] = last;
  return top;
}
