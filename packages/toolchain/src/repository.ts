/** Where things lie in the repository, seen from any script; the current folder does not matter. */
import { fileURLToPath } from "node:url";

/** Absolute path of the repository, without a slash at the end. */
export const ROOT = fileURLToPath(new URL("../../..", import.meta.url)).replace(/[\\/]$/, "");

/** Absolute path of something in the repository. */
export function inRepository(...parts: string[]): string {
  return [ROOT, ...parts].join("/");
}
