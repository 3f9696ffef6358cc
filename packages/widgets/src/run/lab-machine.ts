/**
 * The states of a lab that is there, as an XState machine: paused or playing; open or graded. It comes with the engine, at the
 * first touch (late-actor.ts). What a frame does while playing comes from the lab.
 */
import { type Actor, assign, createActor, fromCallback, setup } from "xstate";
import { DEFAULT_SPEED } from "../base/speeds.ts";

interface LabStates {
  readonly speed: number;
  /** Playing ends by itself when nothing more is due; the learner can play on by hand. */
  readonly stopsAtQuiet: boolean;
}

export type LabEvent =
  | { readonly type: "PLAY"; readonly quiet: boolean }
  | { readonly type: "PAUSE" }
  | { readonly type: "QUIET" }
  /** Something was asked of the cloud: time starts to pass, so that it can be seen. */
  | { readonly type: "COMMAND" }
  | { readonly type: "SPEED"; readonly speed: number }
  | { readonly type: "GRADED" };

export type LabActor = Actor<typeof labMachine>;

/** The machine; the lab provides the actor `frames`. */
export const labMachine = setup({
  types: { context: {} as LabStates, events: {} as LabEvent },
  actors: { frames: fromCallback(() => {}) },
}).createMachine({
  id: "lab",
  context: { speed: DEFAULT_SPEED, stopsAtQuiet: true },
  type: "parallel",
  on: { SPEED: { actions: assign({ speed: ({ event }) => event.speed }) } },
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
});

/** Starts the states of a lab. `play` begins to let time pass and returns what ends that; `changed` is told of every event. */
export function startLabActor(play: () => () => void, changed: () => void): LabActor {
  const actor = createActor(labMachine.provide({ actors: { frames: fromCallback(play) } }));
  actor.subscribe(changed);
  return actor.start();
}
