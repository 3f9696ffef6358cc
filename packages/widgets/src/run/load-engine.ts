/** The engine of the simulator, in which a run can be called and time passes: it comes with the first touch of a page. */

/** What comes: `Session` first of all. */
export type Engine = typeof import("@quayside/simulator/engine");

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
  engine ??= await import("@quayside/simulator/engine");
  return engine;
}

/** Goes on at once when the engine is there already, else as soon as it is. */
export function withEngine({ goOn, giveUp }: EngineWish): void {
  if (engine !== undefined) goOn(engine);
  else void loadEngine().then(goOn, giveUp);
}
