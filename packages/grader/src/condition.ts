/** What a check or a recognised mistake asks of the world, and how it is answered. */
import type { JournalRecord, Session } from "@quayside/simulator";
import type { History } from "./history.ts";
import type { Text } from "./text.ts";

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
