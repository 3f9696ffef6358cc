/** Conditions about task definitions that were registered. A revision that was deregistered later still counts. */

import type { CheckView, Condition } from "../condition.ts";
import type { RowIn, RowStory } from "../history.ts";
import type { Text } from "../text.ts";
import { type Requirement, unmet } from "./requirements.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

/** Which revisions a check means. */
export interface DefinitionMatch {
  readonly family?: string;
  /** What a revision must hold, all of it in the same revision. */
  readonly where?: readonly Requirement[];
}

/** Passes when a revision was registered that fits. Reports what the newest one has instead. */
export function registered(match: DefinitionMatch = {}): Condition {
  const { family, where = [] } = match;
  return (view) => {
    const candidates = revisionsOf(view, family);
    const newest = candidates.at(-1);
    if (newest === undefined) return failed(nothingRegistered(view, family));
    const fitting = candidates.find((story) => unmet(story.latest.row.definition, where).length === 0);
    if (fitting === undefined) {
      return failed(differences(newest.latest.row, unmet(newest.latest.row.definition, where)), [seqOf(newest)]);
    }
    return passed(fits(fitting.latest.row, where), [seqOf(fitting)]);
  };
}

type RevisionStory = RowStory<RowIn<"taskDefinitions">>;

function revisionsOf(view: CheckView, family: string | undefined): RevisionStory[] {
  const stories = view.history.stories("taskDefinitions");
  return family === undefined ? stories : stories.filter((story) => story.latest.row.family === family);
}

function seqOf(story: RevisionStory): number {
  return story.versions[0]?.seq ?? story.latest.seq;
}

function nothingRegistered(view: CheckView, family: string | undefined): Text {
  const families = [...new Set(view.history.stories("taskDefinitions").map((story) => story.latest.row.family))];
  if (family === undefined || families.length === 0) {
    return family === undefined ? say("nothingRegistered") : say("noRevision", family);
  }
  const list = families.join(", ");
  return say("noRevisionBut", family, list);
}

function differences(row: RowIn<"taskDefinitions">, missing: readonly Requirement[]): Text {
  const name = `${row.family}:${row.revision}`;
  const points = missing.map(({ field, wanted, found }) => ({ field, wanted, found: found(row.definition) }));
  return say("definitionDiffers", name, points);
}

function fits(row: RowIn<"taskDefinitions">, where: readonly Requirement[]): Text {
  const name = `${row.family}:${row.revision}`;
  if (where.length === 0) return say("registered", name);
  const points = where.map((each) => `${each.field} ${each.wanted}`).join(", ");
  return say("definitionHas", name, points);
}
