// How well the words of refusals and failures are known, read from the tables in which they stand: the coverage page counts them.

import { CAUSE_TABLES } from "@quayside/simulator/causes";
import { REFUSAL_TABLES } from "@quayside/simulator/refusals";
import { TASK_DEFINITION_RULES } from "@quayside/simulator/task-definition";

/** From AWS's own words to ours; `near` is quoted, perhaps shortened, `quayside` is no refusal of AWS. */
export const GRADES = ["observed", "documented", "near", "unsourced", "ours", "quayside"] as const;
export type Grade = (typeof GRADES)[number];

/** Where words stand: rules of task definitions, refusals of calls, causes of what fails later. */
export const PLACES = ["rules", "refusals", "causes"] as const;
export type Place = (typeof PLACES)[number];

/** One wording by its id. */
export interface KnownWords {
  readonly id: string;
  readonly place: Place;
  readonly grade: Grade;
}

/** Every wording. A cause that container instances tell in other words has two. */
export function knownWords(): KnownWords[] {
  const rules = TASK_DEFINITION_RULES.map(({ id, evidence }): KnownWords => {
    return { id, place: "rules", grade: evidence === "exact" ? "observed" : evidence };
  });
  const refusals = REFUSAL_TABLES.flatMap((table) =>
    Object.entries(table).map(([id, { wording }]): KnownWords => ({ id, place: "refusals", grade: wording })),
  );
  const causes = CAUSE_TABLES.flatMap((table) =>
    Object.entries(table).flatMap(([id, { wording, onInstance }]): KnownWords[] => [
      { id, place: "causes", grade: wording },
      ...(onInstance === undefined ? [] : [{ id: `${id} (EC2)`, place: "causes" as const, grade: onInstance.wording }]),
    ]),
  );
  return [...rules, ...refusals, ...causes];
}
