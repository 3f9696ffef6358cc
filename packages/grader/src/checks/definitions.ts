/** Conditions about task definitions that were registered. A revision that was deregistered later still counts. */

import type { CheckView, Condition } from "../condition.ts";
import type { RowIn, RowStory } from "../history.ts";
import { type Text, text } from "../text.ts";
import { type Requirement, type TaskDefinition, unmet } from "./requirements.ts";
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
    return family === undefined
      ? text("No task definition is registered yet.", "Chưa có task definition nào được đăng ký.")
      : text(`The family ${family} has no revision yet.`, `Family ${family} chưa có revision nào.`);
  }
  const list = families.join(", ");
  return text(
    `The family ${family} has no revision yet; registered are: ${list}.`,
    `Family ${family} chưa có revision nào; đã đăng ký: ${list}.`,
  );
}

function differences(row: RowIn<"taskDefinitions">, missing: readonly Requirement[]): Text {
  const name = `${row.family}:${row.revision}`;
  const en = missing.map(
    (each) => `${each.field} is ${shown(each, row.definition, "absent")}, wanted is ${each.wanted}`,
  );
  const vi = missing.map((each) => `${each.field} ${isThere(each, row.definition)}, cần ${each.wanted}`);
  return text(`In ${name}, ${en.join("; ")}.`, `Trong ${name}, ${vi.join("; ")}.`);
}

function shown(requirement: Requirement, definition: TaskDefinition, absent: string): string {
  return requirement.found(definition) ?? absent;
}

function isThere(requirement: Requirement, definition: TaskDefinition): string {
  const found = requirement.found(definition);
  return found === undefined ? "không có" : `là ${found}`;
}

function fits(row: RowIn<"taskDefinitions">, where: readonly Requirement[]): Text {
  const name = `${row.family}:${row.revision}`;
  if (where.length === 0) return text(`${name} is registered.`, `${name} đã được đăng ký.`);
  const points = where.map((each) => `${each.field} ${each.wanted}`).join(", ");
  return text(`${name} has ${points}.`, `${name} có ${points}.`);
}
