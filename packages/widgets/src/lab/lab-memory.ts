/**
 * A lab's run stays: what is done to the cloud is kept in this browser, and the lab goes on there the next time. What it takes to
 * keep a run and to play it again comes by dynamic import, when there is one.
 */
import type { FindLastRun, LabContext } from "../run/lab-context.ts";
import { readStored, runKey } from "../run/store.ts";
import type { RunKeeper } from "./run-keeper.ts";

export class LabMemory {
  readonly #lab: LabContext;
  #keeper: RunKeeper | undefined;

  constructor(lab: LabContext) {
    this.#lab = lab;
    for (const signal of [lab.acted, lab.timeAsked]) signal.on(this.#keep);
  }

  /** Looks for the run that an earlier visit left. */
  readonly lastRun: FindLastRun = async (loading) => {
    const kept = await readStored(runKey(loading.definition.id));
    return kept?.value === undefined ? undefined : (await this.#late()).bringBack(loading, kept.value);
  };

  /** Asks before the lab starts over. */
  readonly askToStartOver = (): void => void this.#late().then((keeper) => keeper.askToStartOver());

  /** The lab has gone, or the page is being left. */
  rest = (): void => this.#keeper?.rest();

  readonly #keep = (): void => {
    if (this.#lab.engine.keeper.keeps) void this.#late().then((keeper) => keeper.watch());
  };

  async #late(): Promise<RunKeeper> {
    const module = await import("./run-keeper.ts");
    this.#keeper ??= new module.RunKeeper(this.#lab);
    return this.#keeper;
  }
}
