/**
 * Vite's plugin that writes down what the bundler made of the site's scripts: each chunk with the modules in it
 * and the chunks that it brings along. Astro takes Vite's own manifest away. The file lies outside of dist/: nobody
 * who visits the site needs it.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { inRepository, ROOT } from "./repository.ts";

/** One script of the built site. */
export interface BuiltChunk {
  /** Its address without the slash: `_astro/quayside-lab.FLLic722.js`. */
  readonly file: string;
  /** The modules in it, from the root of the repository, query included. */
  readonly modules: readonly string[];
  /** Chunks that come with it. */
  readonly imports: readonly string[];
}

/** The part of Vite's plugin interface in use. */
interface ModuleGraphPlugin {
  name: string;
  applyToEnvironment(environment: { name: string }): boolean;
  writeBundle(options: unknown, bundle: Record<string, OutputFile>): void;
}

type OutputFile = { type: "asset" } | { type: "chunk"; fileName: string; moduleIds: string[]; imports: string[] };

const FILE = inRepository("node_modules/.cache/quayside/module-graph.json");

/** The plugin for `vite.plugins` of the Astro configuration. */
export function moduleGraph(): ModuleGraphPlugin {
  return {
    name: "quayside:module-graph",
    applyToEnvironment: ({ name }) => name === "client",
    writeBundle(_options, bundle) {
      const chunks: BuiltChunk[] = Object.values(bundle).flatMap((output) => {
        if (output.type !== "chunk") return [];
        const modules = output.moduleIds.map((id) => relative(ROOT, id).replaceAll("\\", "/"));
        return [{ file: output.fileName, modules, imports: output.imports }];
      });
      mkdirSync(dirname(FILE), { recursive: true });
      writeFileSync(FILE, JSON.stringify(chunks, null, 1));
    },
  };
}

/**
 * What the last build wrote down.
 * @throws when there was none
 */
export function readModuleGraph(): readonly BuiltChunk[] {
  return JSON.parse(readFileSync(FILE, "utf8")) as BuiltChunk[];
}
