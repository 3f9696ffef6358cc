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

/** Brings the engine, and what judges a lab that came without it. */
export async function loadEngineFor(lab: Lab | undefined): Promise<Engine> {
  const [loaded] = await Promise.all([loadEngine(), lab?.bringChecks?.()]);
  return loaded;
}

/** What a run begins as: a picture until the engine has come, the run itself from then on. */
export function firstMomentOf(lab: Lab): Session | Picture {
  if (engine !== undefined) return engine.Session.start(lab);
  const { beginning } = lab;
  if (beginning === undefined) throw new Error(`lab ${lab.id} has neither a first moment nor the engine`);
  return new Picture({ ...lab, beginning });
}
