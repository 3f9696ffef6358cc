/** What words of a lesson's prose ask for, beside the commands in its fences: an edit, a wait, a command once more. */
import { type LabCommand, registerFile } from "@quayside/grader";

/** A task definition while it is edited: members in any depth. */
// biome-ignore lint/suspicious/noExplicitAny: an edit in words reaches into JSON of any shape
export type Json = any;

/** One thing that somebody does who reads it. */
export type Act =
  /** Changes a file that is JSON; `shown` is what the next JSON fence shows. */
  | { readonly file: string; readonly edit: (definition: Json, shown: Json) => void }
  /** Replaces words of a file that need not be JSON; `shown` in place of the new words means the next fence. */
  | { readonly file: string; readonly from: string | RegExp; readonly to: string | ((shown: string) => string) }
  /** Runs the newest command above that contains this once more, or one like it. */
  | { readonly again: string; readonly but?: (command: string) => string }
  /** Lets time pass, or does what the prose says without showing it. */
  | LabCommand;

/** Words of the prose, as they stand there in each language, and what they ask for. */
export interface Reading {
  readonly en: string;
  readonly vi: string;
  readonly does: readonly Act[];
}

/** How the prose of a lesson is done. */
export interface LessonReading {
  readonly lab: string;
  readonly words: readonly Reading[];
  /** Fences behind which the prose says not to wait: some seconds pass, and what was begun is still on its way. */
  readonly hurries?: readonly string[];
  /** Beginnings of JSON fences that only show something. */
  readonly shows?: readonly string[];
}

/** A container of a definition by its name. */
export function container(definition: Json, name: string): Json {
  return definition.containerDefinitions.find((each: Json) => each.name === name);
}

/** Registers a file, with the button or in the terminal. */
export const register = (file: string): Act => registerFile(file);
