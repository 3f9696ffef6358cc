/** Looks after saving: the lab says when it does not work, and when another tab has changed the same files. */
import type { LabContext } from "../run/lab-context.ts";
import { onSavingTrouble, savingTrouble } from "../run/store.ts";

export class SavingWatch {
  readonly #lab: LabContext;
  #end = (): void => {};

  constructor(lab: LabContext) {
    this.#lab = lab;
    // A run that begins takes the notice away that came while it was being read.
    lab.begun.on(this.#tell);
    lab.clashed.on((files) => void import("./saving-notice.ts").then(({ tellClash }) => tellClash(lab, files)));
  }

  /** The lab is on the page. */
  connect(): void {
    this.#end();
    this.#end = onSavingTrouble(this.#tell);
  }

  /** The lab has gone. */
  disconnect(): void {
    this.#end();
  }

  readonly #tell = (): void => {
    if (savingTrouble() === undefined || !this.#lab.engine.keeper.keeps) return;
    void import("./saving-notice.ts").then(({ tellTrouble }) => tellTrouble(this.#lab));
  };
}
