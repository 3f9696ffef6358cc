/** Where the answers of "why?" lead: into the journal at a record, and from a refusal to its reasons. */
import type { LabContext } from "../run/lab-context.ts";

export class Asking {
  readonly #lab: LabContext;

  constructor(lab: LabContext) {
    this.#lab = lab;
  }

  /** Opens the journal at a record; the moment shown stays. */
  openJournal = (event: CustomEvent<{ readonly seq: number }>): void => {
    this.#lab.show({ evidence: [event.detail.seq], panel: "journal" });
  };

  /** Explains the call that was refused last; nothing happens when none was. */
  askRefusal = (): void => {
    const refused = this.#lab.engine.run?.shown.journal.records.findLast(
      ({ kind, facts }) => kind === "CALL" && !facts.outcome.ok,
    );
    if (refused !== undefined) this.#lab.show({ selection: { table: "records", key: String(refused.seq) } });
  };
}
