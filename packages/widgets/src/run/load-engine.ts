/** The engine of a lab, in which a run can be called and time passes: it comes with the first touch of a page. */
import type { Lab } from "@quayside/grader";
import type { Session } from "@quayside/simulator";
import { Picture } from "@quayside/simulator/picture";
import type { startLabActor } from "./lab-machine.ts";

/** What comes: the simulator, and the states of a lab. */
export interface Engine {
  readonly Session: typeof import("@quayside/simulator/engine").Session;
  readonly startLabActor: typeof startLabActor;
}

/** What to do with the engine, and what to do when it could not be loaded; the next try loads it again. */
export interface EngineWish {
  readonly goOn: (engine: Engine) => void;
  readonly giveUp: () => void;
}

let engine: Engine | undefined;

/** The engine, when it has come already. */
export function loadedEngine(): Engine | undefined {
  return engine;
}

/** Brings the engine. */
export async function loadEngine(): Promise<Engine> {
  if (engine !== undefined) return engine;
  const [{ Session }, { startLabActor }] = await Promise.all([
    import("@quayside/simulator/engine"),
    import("./lab-machine.ts"),
  ]);
  engine = { Session, startLabActor };
  return engine;
}

/** Goes on at once when the engine is there already, else as soon as it is. */
export function withEngine({ goOn, giveUp }: EngineWish): void {
  if (engine !== undefined) goOn(engine);
  else void loadEngine().then(goOn, giveUp);
}

/** What a run begins as: a picture until the engine has come, the run itself from then on. */
export function firstMomentOf(lab: Lab): Session | Picture {
  if (engine !== undefined) return engine.Session.start(lab);
  const { beginning } = lab;
  if (beginning === undefined) throw new Error(`lab ${lab.id} has neither a first moment nor the engine`);
  return new Picture({ ...lab, beginning });
}
