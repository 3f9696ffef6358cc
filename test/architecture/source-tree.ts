/**
 * What lies in a tree: every file of the repository, found without a filter that a file could hide from. Only folders
 * that no source of ours can lie in are left out, and only where they belong: `node_modules` deep inside is a folder
 * like any other.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { NOT_OURS } from "./layers.ts";

/** One entry of a tree. */
export interface TreeEntry {
  /** From the root of the tree, with forward slashes. */
  path: string;
  /** A symbolic link: whatever stands behind it lies elsewhere. */
  isLink: boolean;
}

/** Files with code, which the gate reads for imports. */
export const CODE = /\.(?:ts|mts|cts|tsx|js|mjs|cjs|jsx|astro|mdx|html)$/;

/** Files without code. Whatever is neither these nor code is a fault, until somebody says which it is. */
const DATA =
  /\.(?:json|css|svg|png|webp|ico|woff2|txt|md)$|(?:^|\/)(?:NOTICE|LICENSE|\.gitignore|\.git)$|^\.ci\/|^[^/]+$/;

/** Whether a gate reads the file, or it holds nothing to read. */
export function isKnownKind(path: string): boolean {
  return CODE.test(path) || DATA.test(path);
}

/** Every file and link of a tree, sorted. */
export function treeOf(root: string): TreeEntry[] {
  const found: TreeEntry[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (NOT_OURS.some((pattern) => pattern.test(path))) continue;
      if (entry.isDirectory()) walk(path);
      else found.push({ path, isLink: entry.isSymbolicLink() });
    }
  };
  walk("");
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}
