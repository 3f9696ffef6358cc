/**
 * Finds a Chromium for the browser tests, or gets one: Playwright's download where that is allowed, else the system's
 * package manager. It never gives up quietly: without a browser it fails with one sentence that says what to install.
 */
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import { type FinishedProcess, type ProcessToRun, runProcess } from "./run-process.ts";

const VARIABLES = ["CHROME_PATH", "CHROMIUM_PATH", "PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH"];
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];
const FOLDERS = ["/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome"];
const PROGRAMS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const INSTALL_LIMIT_MS = 300_000;

/** Switches for every Chromium that we start: no sandbox (containers), no traffic of the browser's own. */
export const CHROMIUM_ARGS: readonly string[] = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What the finder asks of the machine; replaced in the tests. */
export interface Machine {
  env: Record<string, string | undefined>;
  isExecutable(path: string): boolean;
  /** Where Playwright keeps the Chromium of its own, or undefined when it knows none. */
  playwrightPath(): string | undefined;
  run(what: ProcessToRun): Promise<FinishedProcess>;
  isRoot: boolean;
  say(line: string): void;
}

const thisMachine: Machine = {
  env: process.env,
  isExecutable(path) {
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  },
  playwrightPath: () => chromium.executablePath() || undefined,
  run: runProcess,
  isRoot: process.getuid?.() === 0,
  say: (line) => console.log(line),
};

/** Ways to install Chromium with a system's package manager, as root and without questions. */
const PACKAGE_MANAGERS: readonly { program: string; steps: readonly (readonly string[])[] }[] = [
  {
    program: "/usr/bin/apt-get",
    steps: [
      ["update", "-q"],
      ["install", "-y", "-q", "--no-install-recommends", "chromium"],
    ],
  },
  { program: "/usr/bin/dnf", steps: [["install", "-y", "chromium"]] },
  { program: "/sbin/apk", steps: [["add", "chromium"]] },
];

/**
 * Absolute path of a Chromium that can be started.
 * @throws when a variable names a file that cannot be run, and when no browser can be found or fetched
 */
export async function findChromium(machine: Machine = thisMachine): Promise<string> {
  const named = VARIABLES.find((name) => machine.env[name]);
  if (named) {
    const path = machine.env[named] as string;
    if (machine.isExecutable(path)) return path;
    throw new Error(`${named} is ${path}, which cannot be run: correct it, or unset it to let us look for a browser.`);
  }
  return (await installedChromium(machine)) ?? (await fetchChromium(machine));
}

async function installedChromium(machine: Machine): Promise<string | undefined> {
  const folders = (machine.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = [...folders, ...FOLDERS].flatMap((folder) => NAMES.map((name) => join(folder, name)));
  for (const path of [machine.playwrightPath(), ...candidates, ...PROGRAMS]) {
    if (path !== undefined && machine.isExecutable(path) && (await canStart(machine, path))) return path;
  }
  return undefined;
}

/** Ubuntu's `chromium-browser` only asks for a snap, and a download may lack system libraries: both exist and fail. */
async function canStart(machine: Machine, path: string): Promise<boolean> {
  // On Windows `--version` opens a window instead of answering.
  if (path.endsWith(".exe")) return true;
  const { code } = await machine.run({ program: path, executable: true, args: ["--version"], limitMs: 30_000 });
  return code === 0;
}

async function fetchChromium(machine: Machine): Promise<string> {
  machine.say("There is no Chromium here: trying Playwright's download.");
  const cli = "node_modules/playwright-core/cli.js";
  // As root, Playwright can also install the system libraries that a download needs.
  const args = ["install", ...(machine.isRoot ? ["--with-deps"] : []), "chromium"];
  await machine.run({ program: cli, args, limitMs: INSTALL_LIMIT_MS });
  const downloaded = await installedChromium(machine);
  if (downloaded) return downloaded;
  for (const { program, steps } of PACKAGE_MANAGERS) {
    if (!machine.isRoot || !machine.isExecutable(program)) continue;
    machine.say(`Playwright's download brought none: trying ${program}.`);
    for (const step of steps) {
      const env = { DEBIAN_FRONTEND: "noninteractive" };
      await machine.run({ program, executable: true, args: step, env, limitMs: INSTALL_LIMIT_MS });
    }
    const installed = await installedChromium(machine);
    if (installed) return installed;
  }
  throw new Error(
    "The browser tests need Chromium, and neither Playwright's download nor a package manager brought one: install " +
      "the package `chromium` (or Google Chrome), or set CHROME_PATH to the browser's program.",
  );
}

if (import.meta.main) {
  findChromium().then(console.log, (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
