/**
 * The table behind a decision: what was looked at, row by row, what each check said of it, and what was chosen. One shape
 * for every decision of the simulator, so that one widget draws them all and a new decision needs data only.
 *
 * Rows are the candidates (or the checks, where there is one candidate), in the order in which they were looked at; columns
 * are the stages, in the order in which they are passed. Each cell says how it went and why. A row that a stage dropped has
 * `failed` there and `untried` in what comes after; the row that was chosen is the `winner`.
 *
 * Placement on container instances, for example, is rows of instances; columns `resources`, `ports`, `interfaces`,
 * `attributes`, `constraints`, and one for each strategy, whose cells carry the `score` by which they were ordered; `winner`
 * is the instance that got the task, and absent when none did.
 *
 * To add a decision: write a tracer (see tracer.ts), a function of the journal and one record of it, and enter it in
 * `TRACERS` under the record's kind. It works the table out anew from the rows as they stood then (`Past`), with the very
 * functions that decided, and takes from the record's facts only what cannot be worked out, such as what was drawn by lot:
 * tables are never kept in the journal, which would grow with candidates times tasks. Its words go into both phrase tables.
 */
import type { Phrase, Words } from "./phrases.ts";

/**
 * How a check went. `untried`: an earlier one decided already. `waiting`: not known yet. `none`: nothing was asked, the cell
 * only tells something.
 */
export type Verdict = "passed" | "failed" | "waiting" | "untried" | "none";

/** One stage, or one thing that is told of each row. */
export interface TraceColumn {
  readonly id: string;
  readonly title: Phrase;
}

/** What a stage said of a row. */
export interface TraceCell {
  readonly verdict: Verdict;
  readonly words?: Words;
  /** By what a strategy ordered the rows. */
  readonly score?: number;
}

/** One candidate, or one check. */
export interface TraceRow {
  /** Unique in its table: a row's key in the cloud, or the name of a check. */
  readonly id: string;
  readonly name: Words;
  /** How the row came off as a whole. */
  readonly verdict: Verdict;
  /** One for each column, in their order. */
  readonly cells: readonly TraceCell[];
}

/** What was looked at, and what came of it. */
export interface TraceTable {
  readonly title: Phrase;
  /** What the rows are: the heading of the first column. */
  readonly rowTitle: Phrase;
  readonly columns: readonly TraceColumn[];
  readonly rows: readonly TraceRow[];
  /** Id of the row that was chosen. */
  readonly winner?: string;
  /** How it was decided in the end, or who decided: one sentence below the table. */
  readonly outcome?: Phrase;
}
