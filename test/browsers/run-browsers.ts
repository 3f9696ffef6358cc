/**
 * `npm run browsers`: the main job in Firefox and WebKit, where this system has them, and said aloud where it has not. Chromium is what
 * the browser tests are for.
 */
import { existsSync, globSync } from "node:fs";
import { delimiter, join } from "node:path";
import { buildSite } from "@quayside/toolchain/build-site";
import { inRepository } from "@quayside/toolchain/repository";
import { serveDist } from "@quayside/toolchain/serve-dist";
import { startFirefox } from "./firefox.ts";
import { journey } from "./journey.ts";
import type { Remote } from "./remote.ts";
import { startWebKit } from "./webkit.ts";

/** A browser: how it is started, or what is missing for it. */
interface Candidate {
  readonly name: string;
  readonly start: (() => Promise<Remote>) | undefined;
  readonly missing: string;
}

function inPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

function candidates(): Candidate[] {
  const firefox = process.env.FIREFOX_PATH ?? inPath(["firefox", "firefox-esr"]);
  const driver = inPath(["WebKitWebDriver"]);
  const [browser] = globSync(["/usr/lib/*/webkit2gtk-4.*/MiniBrowser", "/usr/libexec/webkit2gtk-4.*/MiniBrowser"]);
  const hasDisplay = process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  return [
    {
      name: "Firefox",
      start: firefox === undefined ? undefined : () => startFirefox(firefox),
      missing: "no firefox in PATH (Debian: firefox-esr; or FIREFOX_PATH)",
    },
    {
      name: "WebKit",
      start:
        driver === undefined || browser === undefined || !hasDisplay ? undefined : () => startWebKit(driver, browser),
      missing: !hasDisplay
        ? "no display (try `xvfb-run npm run browsers`)"
        : "no WebKitWebDriver with its MiniBrowser (Debian: webkit2gtk-driver)",
    },
  ];
}

if (process.env.QUAYSIDE_SITE_IS_BUILT !== "1") await buildSite();
const server = await serveDist({ root: inRepository("dist") });
for (const { name, start, missing } of candidates()) {
  if (start === undefined) {
    console.log(`NOT TRIED ${name}: ${missing}.`);
    continue;
  }
  let remote: Remote | undefined;
  let step = "the browser starts";
  try {
    remote = await start();
    const caught = await journey(remote, server.url, (next) => {
      step = next;
    });
    if (caught.length > 0) throw new Error(caught.join("\n"));
    console.log(`ok        ${remote.name}`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`FAILED    ${remote?.name ?? name}, while ${step}: ${error instanceof Error ? error.message : error}`);
  } finally {
    await remote?.close();
  }
}
await server.close();
