/**
 * Builds the site into dist/: Astro, then the headers and the service worker that belong to the pages. It leaves out every check: the tests
 * judge the result. The bundler's hundreds of identical notes about Astro's own directives are not shown.
 */
import { spawn } from "node:child_process";
import { renameSync, rmdirSync } from "node:fs";
import { createInterface } from "node:readline";
import { writeHeaders } from "./content-security-policy.ts";
import { inRepository, ROOT } from "./repository.ts";
import { writeServiceWorker } from "./service-worker.ts";

const NOISE = /MODULE_LEVEL_DIRECTIVE|use astro:head-inject/;

/** What a build left in dist/. */
export interface BuiltSite {
  pages: number;
  inlineScripts: number;
  seconds: number;
}

/**
 * Builds the site.
 * @param options `say` gets each line of Astro's output as it comes
 * @throws when Astro fails; the message holds the end of its output
 */
export async function buildSite(options: { say?: (line: string) => void } = {}): Promise<BuiltSite> {
  const began = performance.now();
  const lines: string[] = [];
  const code = await runAstro((line) => {
    lines.push(line);
    options.say?.(line);
  });
  if (code !== 0) throw new Error(`\`astro build\` ended with code ${code}:\n${lines.slice(-60).join("\n")}`);
  // Astro makes a file of the root's 404 page only; a static host looks for 404.html, the nearest one above an address.
  renameSync(inRepository("dist/vi/404/index.html"), inRepository("dist/vi/404.html"));
  rmdirSync(inRepository("dist/vi/404"));
  const { pages, hashes } = writeHeaders(inRepository("dist"));
  writeServiceWorker(inRepository("dist"));
  return { pages, inlineScripts: hashes, seconds: (performance.now() - began) / 1000 };
}

function runAstro(say: (line: string) => void): Promise<number> {
  const child = spawn(process.execPath, [inRepository("node_modules/astro/bin/astro.mjs"), "build"], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: "production",
      ASTRO_TELEMETRY_DISABLED: "1",
      FORCE_COLOR: undefined,
      NO_COLOR: "1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      if (!NOISE.test(line)) say(line);
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

async function main(): Promise<void> {
  const site = await buildSite({ say: (line) => console.log(line) });
  console.log(
    `dist/: ${site.pages} pages, ${site.inlineScripts} inline scripts in the policy, ${site.seconds.toFixed(1)} s.`,
  );
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
