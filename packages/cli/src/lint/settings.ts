/** What counts for one file: its configuration, then the flags of the command line. */
import { basename, dirname, matchesGlob, relative, resolve, sep } from "node:path";
import { LINT_RULES } from "@quayside/linter";
import type { RuleSeverity } from "@quayside/linter/files";
import { UsageProblem } from "../usage-problem.ts";
import { ConfigFinder, isSeverity, type LintConfig, noConfig, readConfig, readSeverity } from "./config-file.ts";

/** Settings that the command line gives. */
export interface SettingFlags {
  /** A file to use in the place of those that would be found; false for none. */
  readonly config: string | false | undefined;
  readonly rules: ReadonlyMap<string, RuleSeverity>;
  readonly ignore: readonly string[];
  readonly strict: boolean;
}

/** What counts for one file. */
export interface FileSettings {
  readonly config: LintConfig;
  readonly isIgnored: boolean;
  readonly strict: boolean;
  readonly rules: ReadonlyMap<string, RuleSeverity>;
}

/** Answers for each file of a run. */
export class Settings {
  readonly #flags: SettingFlags;
  readonly #finder = new ConfigFinder();
  readonly #fixed: LintConfig | undefined;

  /** @throws UsageProblem when a configuration was named that cannot be followed */
  constructor(flags: SettingFlags) {
    this.#flags = flags;
    const { config } = flags;
    this.#fixed = config === undefined ? undefined : config === false ? noConfig(process.cwd()) : readConfig(config);
  }

  /** @param name as on the command line; `-` is taken to lie where the command runs. @throws UsageProblem */
  of(name: string): FileSettings {
    const path = resolve(name === "-" ? "stdin" : name);
    const config = this.#fixed ?? this.#finder.ofFolder(dirname(path));
    const { rules, ignore, strict } = this.#flags;
    const inside = relative(config.folder, path);
    const overrides = config.overrides.filter(({ files }) => files.some((pattern) => isMatch(inside, pattern)));
    return {
      config,
      isIgnored: isIgnored(inside, config.ignore) || isIgnored(relative(process.cwd(), path), ignore),
      strict: strict || config.strict === true,
      rules: new Map([config, ...overrides, { rules }].flatMap((each) => [...each.rules])),
    };
  }
}

/** `--rule id=severity`. @throws UsageProblem when it is not that */
export function readRuleFlags(words: readonly string[]): ReadonlyMap<string, RuleSeverity> {
  return new Map(
    words.map((word) => {
      const [, id, severity] = /^([^=]+)=(.*)$/.exec(word) ?? [];
      if (id === undefined) throw new UsageProblem(`--rule takes id=severity such as no-logs=off, not "${word}"`);
      const read = readSeverity(id, severity);
      if (!isSeverity(read)) throw new UsageProblem(`--rule ${word}: ${read}`);
      return [id, read];
    }),
  );
}

/** What counts for a file, as JSON with the severity of every rule. */
export function printedSettings(name: string, { config, isIgnored: ignored, strict, rules }: FileSettings): string {
  const severities = LINT_RULES.map(({ id, severity }) => {
    const own = id === "placeholder" && strict ? "error" : severity;
    return [id, rules.get(id) ?? own];
  });
  const { path = null, maxWarnings = null } = config;
  const shown = { file: name, config: path, ignored, strict, maxWarnings, rules: Object.fromEntries(severities) };
  return `${JSON.stringify(shown, null, 2)}\n`;
}

/** The last pattern that fits decides; one that begins with `!` takes back. */
function isIgnored(path: string, patterns: readonly string[]): boolean {
  const last = patterns.findLast((pattern) => isMatch(path, pattern.replace(/^!/, "")));
  return last !== undefined && !last.startsWith("!");
}

/** As in .gitignore: a pattern without a slash fits at any depth, and a folder stands for what is in it. */
function isMatch(path: string, pattern: string): boolean {
  const posix = path.split(sep).join("/");
  const plain = pattern.replace(/^\.?\//, "").replace(/\/+$/, "");
  if (!plain.includes("/") && !pattern.startsWith("/")) {
    return posix.split("/").some((part) => matchesGlob(part, plain)) || matchesGlob(basename(posix), plain);
  }
  return matchesGlob(posix, plain) || matchesGlob(posix, `${plain}/**`);
}
