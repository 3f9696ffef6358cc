/** The system around a simulated shell: which programs its image has, who runs them, and the image's own program among them. */
import type { ImageContents } from "../model/image-contents.ts";
import type { ProcessSystem } from "../model/logs.ts";
import { contentsOf } from "./image-contents.ts";
import { findProgram } from "./image-programs.ts";

/** How the image's own program ends by itself; without a time it does not. */
export type OwnLife = ProcessSystem["own"];

/** The system of a process, as the programs of a shell ask it. */
export interface ShellSystem {
  readonly user: string;
  readonly directory: string;
  has(program: string): boolean;
  /** The image's own program, if that is one; `background`: it goes on while the shell does. */
  own(words: readonly string[]): (OwnLife & { readonly background: boolean }) | undefined;
  notFound(program: string): string;
}

/** Which command an image's own program is, if it is one. */
export function ownProgram(
  contents: ImageContents,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): { readonly background: boolean } | undefined {
  const [program = "", ...args] = words;
  const found = findProgram(contents, program, environment, contents.workingDirectory);
  if (typeof found !== "object" || found.own?.does !== "main") return undefined;
  const { staysWith } = found.own;
  return { background: staysWith !== undefined && !args.some((word) => word.includes(staysWith)) };
}

/** @param environment of the container */
export function systemOf(facts: ProcessSystem, environment: Readonly<Record<string, string>>): ShellSystem {
  const contents = contentsOf(facts);
  const { user, directory, own } = facts;
  return {
    user,
    directory,
    has: (program) => typeof findProgram(contents, program, environment, directory) === "object",
    own(words) {
      const found = ownProgram(contents, words, environment);
      return found && { ...own, ...found };
    },
    // Debian's shell is dash, which counts lines.
    notFound: (program) => `sh: ${contents.base === "debian" ? "1: " : ""}${program}: not found`,
  };
}
