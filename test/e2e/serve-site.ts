/**
 * Vitest's global setup of the browser tests: builds the site once (unless `npm test` just did), serves it on a free
 * port of the loopback address for the whole run, and ends the server behind the last test.
 */
import { buildSite } from "@quayside/toolchain/build-site";
import { inRepository } from "@quayside/toolchain/repository";
import { serveDist } from "@quayside/toolchain/serve-dist";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** `http://127.0.0.1:PORT` of the built site, without a slash at the end. */
    siteUrl: string;
  }
}

/** Called by Vitest before the first test; what it returns is called behind the last one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env.QUAYSIDE_SITE_IS_BUILT !== "1") await buildSite();
  const server = await serveDist({ root: inRepository("dist") });
  project.provide("siteUrl", server.url);
  return () => server.close();
}
