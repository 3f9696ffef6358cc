/**
 * What a lab is: a starting state, a goal, checks over the simulated cloud, hints, a solution, other routes and the
 * mistakes that people make. Data and pure functions; how they are run is in attempt.ts.
 */
import type { Beginning, JournalRecord, Scenario, Session } from "@quayside/simulator";
import type { History } from "./history.ts";
import type { LabCommand } from "./lab-command.ts";
import type { Text } from "./text.ts";
import type { Tour } from "./tour.ts";

/** Which services a scenario may call, by their names in the AWS CLI. */
export { isServiceName, type ServiceName } from "@quayside/simulator";
export type { LabCommand };

/**
 * What a check may look at. It never changes anything, and it has no clock: a verdict changes because something
 * happened, never because time went by.
 */
export interface CheckView {
  /** The cloud as it stands now. */
  readonly tables: Session["tables"];
  /** Everything that happened, oldest first. */
  readonly journal: readonly JournalRecord[];
  /** The same journal arranged by row: every state that a task, cluster, definition ... passed. */
  readonly history: History;
  /**
   * Texts of the editor tabs that the learner has changed, by name. For recognising mistakes that never reach AWS;
   * checks judge the cloud.
   */
  readonly files: Readonly<Record<string, string>>;
}

/** What a check found. */
export interface Verdict {
  readonly passed: boolean;
  /** One sentence: what is there against what is wanted. Never the repair. */
  readonly observed: Text;
  /** Sequence numbers of the journal records that show it, oldest first; empty when nothing happened yet. */
  readonly evidence: readonly number[];
  /** What to think about, when the check recognised a particular mistake. */
  readonly feedback?: Text;
}

/** A question to the world, answered with its evidence. Pure: the same view gives the same verdict. */
export type Condition = (view: CheckView) => Verdict;

/** One graded condition of a lab. */
export interface Check {
  /** Short and stable: the prose of the lesson and stored progress refer to it. */
  readonly id: string;
  readonly title: Text;
  readonly test: Condition;
}

/** A mistake that people really make, how to make it, how to see that it was made, and what to say then. */
export interface Mistake {
  readonly id: string;
  /** From the start of the lab to the mistake. The commands themselves may be refused. */
  readonly commands: readonly LabCommand[];
  /** Id of the check that stays red because of it. */
  readonly fails: string;
  /** Recognises the mistake by what it left in the world: passes when it was made. */
  readonly seen: Condition;
  /** What is wrong and where to look; not the repaired command. */
  readonly feedback: Text;
}

/** An editor tab, which `file://NAME` reads. */
export interface LabFile {
  readonly name: string;
  readonly text: string;
}

/** A lab of the course. */
export interface Lab {
  /** Chapter and lesson, as in the folders: `01/01`. */
  readonly id: string;
  readonly seed: number;
  readonly title: Text;
  /** Calls that are made at time 0, before the learner comes. */
  readonly scenario: Scenario;
  /** What those calls leave behind with this seed; worked out while the site is built, never written by hand. */
  readonly beginning?: Beginning;
  readonly files: readonly LabFile[];
  readonly goal: Text;
  readonly checks: readonly Check[];
  /** From a question over a pointer to a partial answer. */
  readonly hints: readonly Text[];
  /** Passes every check, without a refused command. */
  readonly solution: readonly LabCommand[];
  /** Other ways that must pass as well. */
  readonly routes: readonly (readonly LabCommand[])[];
  readonly mistakes: readonly Mistake[];
  /** Loads the lab's narrated tour, for a lab that has one. */
  readonly tour?: () => Promise<Tour>;
}

/**
 * Declares a lab. Gives it back unchanged; its type is checked where it is written, its content by `checkLab` and
 * the schema in `@quayside/grader/schema`.
 */
export function defineLab(lab: Lab): Lab {
  return lab;
}
