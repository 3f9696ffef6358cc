/**
 * `quayside image IMAGE` in the page's terminal: an image that Quayside does not know exists, and behaves like one that it
 * knows. It stands for whatever the learner's own registry holds, and goes into the run.
 */
import type { Session } from "@quayside/simulator";
import { send } from "../door/send.ts";

/** What a command leaves behind. */
interface Printed {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const USAGE = `usage: quayside image IMAGE [--like IMAGE] [--port N] [--program NAME]... [--arch X86_64|ARM64]... [--size MB]

  IMAGE      as in a task definition: quay.io/acme/api:1.4
  --like     an image that exists here: nginx, busybox, quayside/crash. Default quayside/shop, a server that runs on
  --port     the port that its server listens on. Default: that of the image it is like, or the mapped ones
  --program  a program that it has beside those of the image it is like: node, /app/start.sh
`;

/** The member of the input that a word fills. */
interface Option {
  readonly member: string;
  /** It may stand there again. */
  readonly isList?: true;
  readonly isNumber?: true;
}

const IMAGE: Option = { member: "image" };

const OPTIONS: Readonly<Record<string, Option>> = {
  "--like": { member: "behavesLike" },
  "--port": { member: "port", isNumber: true },
  "--program": { member: "programs", isList: true },
  "--arch": { member: "architectures", isList: true },
  "--size": { member: "sizeMB", isNumber: true },
};

/** Runs the words behind `quayside image`. Exit code 2: the line is wrong. */
export function runImage(words: readonly string[], session: Session): Printed {
  if (words.includes("--help")) return { exitCode: 0, stdout: USAGE, stderr: "" };
  const input = readWords(words);
  if (input === undefined) return { exitCode: 2, stdout: "", stderr: USAGE };
  const outcome = send(session, { service: "quayside", operation: "DeclareImage", input });
  if (!outcome.ok) return { exitCode: 2, stdout: "", stderr: `quayside: ${outcome.error.message}\n` };
  const { image, behavesLike } = outcome.output;
  return { exitCode: 0, stdout: `${image} exists from now on and behaves like ${behavesLike}.\n`, stderr: "" };
}

function readWords(words: readonly string[]): Record<string, unknown> | undefined {
  const input: Record<string, unknown> = {};
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const option = Object.hasOwn(OPTIONS, word) ? OPTIONS[word] : undefined;
    if (option === undefined && word.startsWith("--")) return undefined;
    const { member, isList, isNumber } = option ?? IMAGE;
    const value = option === undefined ? word : left.shift();
    if (value === undefined) return undefined;
    if (isList === true) input[member] = [...((input[member] as string[] | undefined) ?? []), value];
    else if (input[member] !== undefined) return undefined;
    else input[member] = isNumber === true ? readNumber(value) : value;
  }
  return input.image === undefined ? undefined : input;
}

/** What is no number stays a text: the operation says what it takes. */
function readNumber(text: string): number | string {
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}
