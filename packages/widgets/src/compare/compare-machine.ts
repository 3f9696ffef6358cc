/**
 * The states of a comparison, as an XState machine: two runs side by side, then the question which one to keep, then the
 * end. Knows nothing of runs or pages.
 */
import { assign, setup } from "xstate";
import type { RunName } from "./run-pair.ts";

/** What is known of a comparison besides its state. */
export interface CompareContext {
  /** The run that terminal, editor and faults speak to; in the end, the run that is kept. */
  readonly spoken: RunName;
}

export type CompareEvent =
  | { readonly type: "SPEAK"; readonly to: RunName }
  /** The learner wants to go back to one run. */
  | { readonly type: "LEAVE" }
  | { readonly type: "STAY" }
  | { readonly type: "KEEP"; readonly run: RunName };

/** The machine. A fork begins with its copy spoken to: that is what it was made for. */
export const compareMachine = setup({
  types: { context: {} as CompareContext, events: {} as CompareEvent },
}).createMachine({
  id: "compare",
  context: { spoken: "b" },
  initial: "comparing",
  on: { SPEAK: { actions: assign({ spoken: ({ event }) => event.to }) } },
  states: {
    comparing: { on: { LEAVE: "asking" } },
    asking: {
      on: { STAY: "comparing", KEEP: { target: "kept", actions: assign({ spoken: ({ event }) => event.run }) } },
    },
    kept: { type: "final" },
  },
});
