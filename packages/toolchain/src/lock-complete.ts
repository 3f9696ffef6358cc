/**
 * Completes package-lock.json with the optional packages of foreign platforms that npm left out because the registry
 * (or a mirror of it) did not have them at that moment; `npm ci` refuses a lock without them. With `--check` it changes
 * nothing and fails when something is missing. It leaves out ranges: only an exact version can be written down unseen.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { inRepository } from "./repository.ts";

/** One entry of `packages` in a lock of version 3; only the members read or written here. */
export interface LockEntry {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
  [other: string]: unknown;
}

/** A package-lock.json of version 3. */
export interface Lock {
  packages: Record<string, LockEntry>;
  [other: string]: unknown;
}

/** An optional dependency that the lock does not hold: `from` is the path of the package that asks for it. */
export interface MissingEntry {
  from: string;
  name: string;
  version: string;
}

const OPERATING_SYSTEMS: Record<string, string> = {
  aix: "aix",
  android: "android",
  darwin: "darwin",
  freebsd: "freebsd",
  linux: "linux",
  linuxmusl: "linux",
  openbsd: "openbsd",
  netbsd: "netbsd",
  openharmony: "openharmony",
  sunos: "sunos",
  win: "win32",
  win32: "win32",
  windows: "win32",
};
const PROCESSORS = new Set([
  "arm",
  "arm64",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "x64",
  "wasm32",
]);
const C_LIBRARIES: Record<string, string> = {
  gnu: "glibc",
  gnueabihf: "glibc",
  linuxmusl: "musl",
  musl: "musl",
  musleabihf: "musl",
};
const EXACT_VERSION = /^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/;

/** Optional dependencies with an exact version which the lock does not hold, in the order of the lock. */
export function missingEntries(lock: Lock): MissingEntry[] {
  return Object.entries(lock.packages).flatMap(([from, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name, version]) => EXACT_VERSION.test(version) && !isResolved(lock, from, name))
      .map(([name, version]) => ({ from, name, version })),
  );
}

/** The same lock with every missing entry added, sorted as npm sorts it. The argument stays as it is. */
export function completeLock(lock: Lock): Lock {
  const packages = { ...lock.packages };
  for (const { from, name, version } of missingEntries(lock)) {
    const wantedBy = packages[from];
    packages[`node_modules/${name}`] = {
      version,
      ...platformOf(name),
      ...(wantedBy?.dev ? { dev: true } : {}),
      optional: true,
    };
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

/** What a name such as `@biomejs/cli-linux-x64-musl` says of the platform; npm skips the package everywhere else. */
export function platformOf(name: string): Pick<LockEntry, "os" | "cpu" | "libc"> {
  const words = name.slice(name.lastIndexOf("/") + 1).split(/[-_.]/);
  const os = words.map((word) => OPERATING_SYSTEMS[word]).find((found) => found !== undefined);
  const cpu = words.find((word) => PROCESSORS.has(word));
  const libc = words.map((word) => C_LIBRARIES[word]).find((found) => found !== undefined);
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(os === undefined ? {} : { os: [os] }),
    ...(libc === undefined || os !== "linux" ? {} : { libc: [libc] }),
  };
}

/** Node's way of looking a package up: next to the package that asks, then in each folder above. */
function isResolved(lock: Lock, from: string, name: string): boolean {
  for (let base = from; ; base = parentOf(base)) {
    if (lock.packages[`${base === "" ? "" : `${base}/`}node_modules/${name}`] !== undefined) return true;
    if (base === "") return false;
  }
}

function parentOf(path: string): string {
  const at = path.lastIndexOf("/node_modules/");
  return at < 0 ? "" : path.slice(0, at);
}

function main(): void {
  const file = inRepository("package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8")) as Lock;
  const missing = missingEntries(lock);
  if (missing.length === 0) {
    console.log("package-lock.json holds every optional package.");
  } else if (process.argv.includes("--check")) {
    const names = missing.map(({ name, version }) => `${name}@${version}`);
    console.error(`package-lock.json lacks ${names.join(", ")}: \`npm ci\` will refuse it. Run \`npm run lock\`.`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
    console.log(`package-lock.json: ${missing.length} optional packages added.`);
  }
}

if (import.meta.main) main();
