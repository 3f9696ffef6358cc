/** What the learner does to the cloud by buttons, as the lab knows it from the start: the acts come with the first of them. */
import type { CauseFault } from "../faults/cause-fault.ts";
import type { LabContext } from "../run/lab-context.ts";
import type { DeskActs } from "./desk-acts.ts";
import type { LabTime } from "./lab-time.ts";

export class LabActs {
  readonly #lab: LabContext;
  readonly #time: LabTime;
  #acts: DeskActs | undefined;

  constructor(lab: LabContext, time: LabTime) {
    this.#lab = lab;
    this.#time = time;
  }

  run = (): void => this.#act((acts) => acts.run());

  register = (): void => this.#act((acts) => acts.register());

  compare = (): void => this.#act((acts) => acts.compare());

  stop = (event: CustomEvent<{ readonly taskArn: string; readonly clusterArn: string }>): void =>
    this.#act((acts) => acts.stop(event));

  cause = (event: CustomEvent<CauseFault>): void => this.#act((acts) => acts.cause(event));

  /** A text was changed, or another one is shown. */
  mend(): void {
    void this.#acts?.mend();
  }

  #act(act: (acts: DeskActs) => unknown): void {
    void import("./desk-acts.ts").then((late) => {
      this.#acts ??= new late.DeskActs(this.#lab, this.#time);
      act(this.#acts);
    }, this.#excuse);
  }

  #excuse = (error: unknown): void => this.#lab.excuse(error);
}
