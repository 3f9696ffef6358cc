/**
 * The states of a lab on a page, as an XState machine: loading, failed, ready (paused or playing; open or graded). Effects
 * come from the element: how to load, and what a frame does while playing.
 */
import type { Lab } from "@quayside/grader";
import { assign, fromCallback, fromPromise, setup } from "xstate";

export interface LabContext {
  readonly labId: string;
  readonly speed: number;
  /** Playing ends by itself when nothing more is due; the learner can play on by hand. */
  readonly stopsAtQuiet: boolean;
  readonly error: string;
}

export type LabEvent =
  | { readonly type: "PLAY"; readonly quiet: boolean }
  | { readonly type: "PAUSE" }
  | { readonly type: "QUIET" }
  /** Something was asked of the cloud: time starts to pass, so that it can be seen. */
  | { readonly type: "COMMAND" }
  | { readonly type: "SPEED"; readonly speed: number }
  | { readonly type: "GRADED" }
  | { readonly type: "RETRY" }
  | { readonly type: "RESET" };

export const DEFAULT_SPEED = 5;

/** The machine; the element provides the actors `load` and `frames`. */
export const labMachine = setup({
  types: {
    context: {} as LabContext,
    events: {} as LabEvent,
    input: {} as { readonly labId: string },
  },
  actors: {
    load: fromPromise<Lab, { readonly labId: string }>(() => Promise.reject(new Error("no loader was provided"))),
    frames: fromCallback(() => {}),
  },
}).createMachine({
  id: "lab",
  context: ({ input }) => ({ labId: input.labId, speed: DEFAULT_SPEED, stopsAtQuiet: true, error: "" }),
  initial: "loading",
  states: {
    loading: {
      invoke: {
        src: "load",
        input: ({ context }) => ({ labId: context.labId }),
        onDone: "ready",
        onError: { target: "failed", actions: assign({ error: ({ event }) => messageOf(event.error) }) },
      },
    },
    failed: { on: { RETRY: "loading" } },
    ready: {
      type: "parallel",
      on: {
        SPEED: { actions: assign({ speed: ({ event }) => event.speed }) },
        RESET: "loading",
      },
      states: {
        time: {
          initial: "paused",
          on: { COMMAND: { target: ".playing", actions: assign({ stopsAtQuiet: true }) } },
          states: {
            paused: {
              on: { PLAY: { target: "playing", actions: assign({ stopsAtQuiet: ({ event }) => !event.quiet }) } },
            },
            playing: {
              invoke: { src: "frames" },
              on: { PAUSE: "paused", QUIET: { target: "paused", guard: ({ context }) => context.stopsAtQuiet } },
            },
          },
        },
        work: {
          initial: "open",
          states: { open: { on: { GRADED: "graded" } }, graded: { on: { COMMAND: "open", GRADED: "graded" } } },
        },
      },
    },
  },
});

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
