/** Why a link or a file is not opened, or a run not made into a link. The words for it are in texts.ts. */

/** The kinds of refusal; each has a sentence in every language. */
export type ShareProblem =
  /** Cut off, mistyped, not compressed by us, or not JSON. */
  | "damaged"
  /** Made by a newer Quayside. */
  | "newer"
  /** Longer than a link or a file may be, or than what it unpacks to may be. */
  | "too-long"
  /** JSON, but not a run: `detail` names the place. */
  | "no-run"
  /** It belongs to another lab, which this page does not show: `detail` names it. */
  | "other-lab"
  /** The lab begins differently from how it began when the run was saved. */
  | "other-beginning"
  /** The simulator comes to another end than the one that was saved. */
  | "no-replay"
  /** This browser cannot compress. */
  | "no-compression";

/** Thrown wherever something shared is refused. Nothing of the lab has changed by then. */
export class ShareRefused extends Error {
  override name = "ShareRefused";
  readonly problem: ShareProblem;
  /** The place or thing that the problem is about; empty when there is none. */
  readonly detail: string;

  constructor(problem: ShareProblem, detail = "") {
    super(detail === "" ? problem : `${problem}: ${detail}`);
    this.problem = problem;
    this.detail = detail;
  }
}
