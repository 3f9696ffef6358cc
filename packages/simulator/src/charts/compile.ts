/**
 * Turns an XState chart into a flat table once, at load. The charts here have no guards, context, timers or actions, so
 * (state, event) -> state is finite; a test proves the table equal to XState's own `transition()`.
 */
import type { AnyStateMachine } from "xstate";

/** One legal move. */
export interface Move<State extends string, Event extends string> {
  readonly from: State;
  readonly event: Event;
  readonly to: State;
}

/** A lifecycle as data: what runs in the engine, what the pictures draw, what the tests walk. */
export interface Chart<State extends string, Event extends string> {
  readonly id: string;
  readonly initial: State;
  readonly states: readonly State[];
  /** States that nothing leaves. */
  readonly finals: readonly State[];
  readonly events: readonly Event[];
  readonly moves: readonly Move<State, Event>[];
  /** The state after an event, or undefined when the event is refused in that state. */
  next(state: State, event: Event): State | undefined;
  /** The state after an event. Throws when the chart refuses it: that is always a mistake of ours. */
  after(state: State, event: Event): State;
}

/** Compiles a flat chart. Throws at load when the chart uses anything that a table cannot say. */
export function compileChart<State extends string, Event extends string>(
  machine: AnyStateMachine,
): Chart<State, Event> {
  const nodes = Object.values(machine.root.states);
  const moves = nodes.flatMap((node) => {
    refuseMore(node, machine.id);
    return [...node.transitions].flatMap(([event, transitions]) =>
      transitions.map((transition) => {
        const target = transition.target?.[0];
        if (
          transition.guard ||
          transition.actions.length > 0 ||
          target === undefined ||
          transition.target?.length !== 1
        )
          throw new Error(`chart ${machine.id}: ${node.key} on ${event} is more than a plain move`);
        return { from: node.key as State, event: event as Event, to: target.key as State };
      }),
    );
  });
  const table = new Map<string, Map<string, State>>(nodes.map((node) => [node.key, new Map()]));
  for (const move of moves) table.get(move.from)?.set(move.event, move.to);
  const next = (state: State, event: Event): State | undefined => table.get(state)?.get(event);
  const initial = machine.root.initial.target[0];
  return {
    id: machine.id,
    initial: initial?.key as State,
    states: nodes.map((node) => node.key as State),
    finals: nodes.filter((node) => node.type === "final").map((node) => node.key as State),
    events: [...new Set(moves.map((move) => move.event))],
    moves,
    next,
    after(state, event) {
      const to = next(state, event);
      if (to === undefined) throw new Error(`chart ${machine.id} refuses ${event} in ${state}`);
      return to;
    },
  };
}

type StateNode = AnyStateMachine["root"]["states"][string];

function refuseMore(node: StateNode, chart: string): void {
  const extras: [string, number][] = [
    ["delayed transitions", node.after.length],
    ["entry actions", node.entry.length],
    ["exit actions", node.exit.length],
    ["invocations", node.invoke.length],
    ["eventless transitions", node.always?.length ?? 0],
    ["child states", Object.keys(node.states).length],
  ];
  for (const [what, count] of extras) {
    if (count > 0) throw new Error(`chart ${chart}: state ${node.key} has ${what}; charts hold moves only`);
  }
}
