/** Files that are named on the command line, within bounds: no device, no pipe that never ends, no larger than it can matter. */
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { RunProblem } from "./usage-problem.ts";

/**
 * The bytes of a file; undefined when there are more than `most`.
 * @throws RunProblem in one sentence when it is no file or cannot be read
 */
export function readBytes(path: string, most: number): Buffer | undefined {
  try {
    const about = statSync(path);
    if (about.isDirectory()) throw new RunProblem("It is a folder.");
    if (!about.isFile()) throw new RunProblem("It is not a file but a pipe, a socket or a device.");
    if (about.size > most) return undefined;
    const file = openSync(path, "r");
    try {
      return readToEnd(file, most);
    } finally {
      closeSync(file);
    }
  } catch (problem) {
    throw problem instanceof RunProblem ? problem : new RunProblem(whyUnread(problem as NodeJS.ErrnoException));
  }
}

/** What standard input gives until it ends; undefined when that is more than `most` bytes. */
export function readStandardInput(most: number): Buffer | undefined {
  return readToEnd(0, most);
}

/**
 * The text of a file, as UTF-8.
 * @throws RunProblem in one sentence when it is no file, cannot be read or has more than `most` bytes
 */
export function readWhole(path: string, most: number): string {
  const bytes = readBytes(path, most);
  if (bytes === undefined) throw new RunProblem("It is too large.");
  return bytes.toString("utf8");
}

function whyUnread({ code }: NodeJS.ErrnoException): string {
  if (code === "ENOENT" || code === "ENOTDIR") return "There is no such file.";
  if (code === "EACCES" || code === "EPERM") return "This user may not read it.";
  return "It cannot be read.";
}

/** At most one byte more than is allowed: whoever has that much has too much. */
function readToEnd(file: number, most: number): Buffer | undefined {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.alloc(65_536);
    const count = readChunk(file, chunk);
    if (count === 0) return Buffer.concat(chunks);
    size += count;
    if (size > most) return undefined;
    chunks.push(chunk.subarray(0, count));
  }
}

/** Standard input that is a terminal or a pipe may say that it has nothing yet, or that it has ended. */
function readChunk(file: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(file, chunk, 0, chunk.length, null);
    } catch (problem) {
      const { code } = problem as NodeJS.ErrnoException;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw problem;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
