/** Text of a file of somebody's repository, within bounds: no device, no pipe without an end, no larger than it can matter. */
import { readFileSync, writeFileSync } from "node:fs";
import { readBytes, readStandardInput } from "../read-file.ts";
import { RunProblem } from "../usage-problem.ts";

/** The largest file that is read, in bytes. Ours: sixteen times the largest definition that the service keeps. */
const LARGEST_FILE = 1_048_576;
const TOO_LARGE = "larger than 1 MiB, sixteen times the largest task definition";

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** What a file holds, and a sentence about its encoding when that is unusual. */
export interface FileText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly remark: string | undefined;
}

/**
 * Reads a file, or standard input for `-`.
 * @throws RunProblem in one sentence, which begins with the file's name
 */
export function readText(name: string): FileText {
  const bytes = bytesOf(name);
  if (bytes === undefined) throw new RunProblem(`${name}: ${TOO_LARGE}`);
  return decode(bytes);
}

function bytesOf(name: string): Buffer | undefined {
  try {
    return name === "-" ? readStandardInput(LARGEST_FILE) : readBytes(name, LARGEST_FILE);
  } catch (problem) {
    throw new RunProblem(`${name} cannot be read: ${(problem as Error).message}`);
  }
}

function decode(bytes: Buffer): FileText {
  const [first, second] = bytes;
  const bigEndian = first === 0xfe && second === 0xff;
  // Without a mark: JSON and YAML begin with a letter of ASCII, whose other byte is zero.
  const littleEndian = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0 && bytes.length > 1);
  if (!bigEndian && !littleEndian) return { text: bytes.toString("utf8"), encoding: "utf-8", remark: undefined };
  const encoding = bigEndian ? "utf-16be" : "utf-16le";
  const remark = "UTF-16, as PowerShell writes it: the AWS CLI wants UTF-8, so save it as UTF-8 before it is sent";
  return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), encoding, remark };
}

/**
 * Writes another text into a file, in the file's encoding and with its mark.
 * @throws RunProblem when it cannot, or when the file is none of its encoding, so that more would change than the text
 */
export function writeText(name: string, before: FileText, text: string): void {
  try {
    if (!encode(before, before.text).equals(readFileSync(name)))
      throw new RunProblem(
        `${name} is left as it is: it is no whole ${before.encoding.toUpperCase()}, or it has just changed`,
      );
    writeFileSync(name, encode(before, text));
  } catch (problem) {
    if (problem instanceof RunProblem) throw problem;
    throw new RunProblem(`${name} cannot be written: ${(problem as Error).message}`);
  }
}

function encode({ encoding }: FileText, text: string): Buffer {
  if (encoding === "utf-8") return Buffer.from(text, "utf8");
  const bytes = Buffer.from(text, "utf16le");
  return encoding === "utf-16le" ? bytes : bytes.swap16();
}
