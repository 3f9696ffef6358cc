/** The blocks on the screen: a command, what it printed, and how much of a long output is shown. All of it plain text. */
import type { FailureMeaning } from "../base/failures.ts";

/** Lines of an output before it is folded, and lines that a folded one shows. */
export const FOLD_ABOVE_LINES = 32;
export const FOLDED_LINES = 20;
/** Blocks kept on the screen; the oldest scroll away for good. */
export const MOST_BLOCKS = 200;

/** One command with its output. Times in simulated milliseconds since the world began. */
export interface Block {
  readonly id: number;
  readonly startedMs: number;
  readonly endedMs: number;
  readonly line: string;
  /** What stood before it. */
  readonly prompt: string;
  readonly stdout: string;
  readonly stderr: string;
  /** Undefined while the command runs. */
  readonly exitCode: number | undefined;
  /** What stands below it once something went wrong. */
  readonly thought?: SecondThought;
}

/** A command that runs and has printed nothing yet. */
export function newBlock(begun: Pick<Block, "id" | "startedMs" | "line" | "prompt">): Block {
  return { ...begun, endedMs: begun.startedMs, stdout: "", stderr: "", exitCode: undefined };
}

/** Whole lines that were perhaps meant, and what a message means. */
export interface SecondThought {
  readonly meant: readonly string[];
  readonly meaning: FailureMeaning | undefined;
}

/** A text cut down for the screen; `hidden` lines are left out, 0 when all is there. */
export interface Folded {
  readonly text: string;
  readonly hidden: number;
}

/** Folds a long text unless `open`. The last line end is dropped: it would show as an empty line. */
export function fold(text: string, open: boolean): Folded {
  const shown = text.replace(/\n$/, "");
  if (open) return { text: shown, hidden: 0 };
  const lines = shown.split("\n");
  if (lines.length <= FOLD_ABOVE_LINES) return { text: shown, hidden: 0 };
  return { text: lines.slice(0, FOLDED_LINES).join("\n"), hidden: lines.length - FOLDED_LINES };
}

/** The screen with one more block, or with a block of the same id replaced. */
export function withBlock(blocks: readonly Block[], block: Block): readonly Block[] {
  const known = blocks.some((other) => other.id === block.id);
  if (known) return blocks.map((other) => (other.id === block.id ? block : other));
  return [...blocks, block].slice(-MOST_BLOCKS);
}

/** `0:03:41`: simulated time since the world began. */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const part = (value: number): string => String(value).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)}`;
}
