/** Finds the labs of the course on disk. Node only. */
import { glob } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Answers } from "../answers.ts";
import { labsArriving } from "../by-language.ts";
import type { Lab, WholeLab } from "../lab.ts";

/** A lab with its answers, and where it was found. */
export interface LoadedLab extends WholeLab {
  /** Path from the root, with forward slashes: `content/docs/en/01-task-definitions/01-anatomy/lab.ts`. */
  readonly path: string;
}

/**
 * Loads every `content/docs/en/<chapter>/<lesson>/lab.ts` under a root with the `answers.ts` beside it, in the order of the
 * course, with their texts in every language. What a file exports is not checked here: `checkLab` does that.
 * @param root the folder that holds `content`
 */
export async function loadLabs(root: string): Promise<LoadedLab[]> {
  const paths: string[] = [];
  for await (const path of glob("content/docs/en/*/*/lab.ts", { cwd: root })) paths.push(path.replaceAll("\\", "/"));
  const labs = await Promise.all(paths.sort().map((path) => loadOne(root, path)));
  await Promise.all([labsArriving("en"), labsArriving("vi")]);
  return labs;
}

async function loadOne(root: string, path: string): Promise<LoadedLab> {
  const [lab, answers] = await Promise.all([
    defaultOf<Lab>(join(root, path)),
    defaultOf<Answers>(join(root, path.replace(/lab\.ts$/, "answers.ts"))),
  ]);
  return { path, lab, answers };
}

async function defaultOf<T>(file: string): Promise<T> {
  return ((await import(pathToFileURL(file).href)) as { readonly default: T }).default;
}
