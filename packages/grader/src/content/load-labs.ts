/** Finds the labs of the course on disk. Node only. */
import { glob } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Lab } from "../lab.ts";

/** A lab and where it was found. */
export interface LoadedLab {
  /** Path from the root, with forward slashes: `content/docs/en/01-task-definitions/01-anatomy/lab.ts`. */
  readonly path: string;
  readonly lab: Lab;
}

/**
 * Loads every `content/docs/en/<chapter>/<lesson>/lab.ts` under a root, in the order of the course.
 * What a file exports is not checked here: `checkLab` does that.
 * @param root the folder that holds `content`
 */
export async function loadLabs(root: string): Promise<LoadedLab[]> {
  const paths: string[] = [];
  for await (const path of glob("content/docs/en/*/*/lab.ts", { cwd: root })) paths.push(path);
  const load = async (path: string) => {
    const module = (await import(pathToFileURL(join(root, path)).href)) as { default: Lab };
    return { path: path.replaceAll("\\", "/"), lab: module.default };
  };
  return Promise.all(paths.sort().map(load));
}
