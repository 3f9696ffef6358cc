/** Lets something happen from outside of ECS, and says what came of it in the words of the journal. */
import type { Session } from "@quayside/simulator";
import type { Texts } from "../i18n/index.ts";
import { sentenceIn } from "../i18n/sentences.ts";
import type { Notice } from "../run/notices.ts";

/** One call of the service `quayside`. */
export interface Fault {
  readonly operation: string;
  readonly input: object;
}

/** What a control of the panel asks the lab to do (`quayside-fault`): the lab calls it in the present, which it may have to ask for first. */
export type CauseFault = (session: Session) => Notice;

/** The call for faults that happen at once. The notice is the sentence of the last one, or the first refusal. */
export function causeOf(faults: readonly Fault[], t: Texts, lang: string): CauseFault {
  return (session) => {
    let text = "";
    for (const { operation, input } of faults) {
      const { length } = session.journal;
      const outcome = session.call("quayside", operation, input);
      if (!outcome.ok) {
        return { kind: "refused", title: t.refused(operation), message: outcome.error.message, places: [] };
      }
      // The call's own record comes first, what it did comes next.
      const record = session.journal.at(length + 1);
      if (record !== undefined) text = sentenceIn(record, lang);
    }
    return { kind: "news", text };
  };
}
