/** Where the answers of "why?" lead: into the journal at a record, and from a refusal to its reasons. */
import type { Selection } from "../base/cloud.ts";
import type { LabRun } from "../run/lab-run.ts";

/** What asking needs of the lab that it stands in. */
interface AskingHost {
  readonly run: LabRun | undefined;
  evidence: readonly number[];
  selection: Selection | undefined;
  showPanel(panel: "journal"): void;
}

export class Asking {
  readonly #host: AskingHost;

  constructor(host: AskingHost) {
    this.#host = host;
  }

  /** Opens the journal at a record; the moment shown stays. */
  openJournal = (event: CustomEvent<{ readonly seq: number }>): void => {
    this.#host.evidence = [event.detail.seq];
    this.#host.showPanel("journal");
  };

  /** Explains the call that was refused last; nothing happens when none was. */
  askRefusal = (): void => {
    const refused = this.#host.run?.shown.journal.records.findLast(
      ({ kind, facts }) => kind === "CALL" && !facts.outcome.ok,
    );
    if (refused !== undefined) this.#host.selection = { table: "records", key: String(refused.seq) };
  };
}
