// Vite's plugin for `?begun`: a lab as it stands in the first moment of its run, worked out while the site is built, so that
// a page can show it before any operation of the simulator and any condition has been loaded, and with the way to the rest and to
// its answers, which stay away until somebody asks. `?recorded` makes plain data of whatever a module exports by default.

import { existsSync, readFileSync, statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { openScenario } from "@quayside/api";
import { type Answers, Attempt, type Lab, type LabBeginning } from "@quayside/grader";
import { type Beginning, beginningOf, type Scenario } from "@quayside/simulator";
import { sandboxOf } from "@quayside/widgets/sandbox";

/** The part of Vite's plugin interface in use. */
interface BegunLabsPlugin {
  name: string;
  enforce: "pre";
  load(this: { addWatchFile(file: string): void }, id: string): Promise<string | undefined>;
}

const QUERY = "?begun";
const RECORDED = "?recorded";

/** Makes `import lab from "./lab.ts?begun"` and `"./scenario.json?begun"` give a `Lab` with its beginning. */
export function begunLabs(): BegunLabsPlugin {
  return {
    name: "quayside:begun-labs",
    enforce: "pre",
    async load(id) {
      if (id.endsWith(RECORDED)) return `export default ${sourceOf(await defaultOf(id.slice(0, -RECORDED.length)))};`;
      if (!id.endsWith(QUERY)) return undefined;
      const file = id.slice(0, -QUERY.length);
      this.addWatchFile(file);
      return file.endsWith(".json") ? begunScenario(file) : begunLab(file);
    },
  };
}

async function begunLab(file: string): Promise<string> {
  const lab = await defaultOf<Lab>(file);
  // The sandbox has nothing to judge.
  if (lab.checks.length === 0) return exported(file, `beginning: ${beginningSource(lab)}`);
  const answersFile = file.replace(/lab\.ts$/, "answers.ts");
  const { hints } = existsSync(answersFile) ? await defaultOf<Answers>(answersFile) : { hints: undefined };
  const answers = hints && `answers: { hintCount: ${hints.length}, load: ${loading(answersFile)} }`;
  return `import { lateLab } from "@quayside/grader";
export default lateLab({ ...${begunSource(lab)}, ${answers ?? ""} }, ${loading(file)});`;
}

function loading(file: string): string {
  return `() => import(${JSON.stringify(file)}).then((module) => module.default)`;
}

function exported(file: string, additions: string): string {
  return `import lab from ${JSON.stringify(file)};\nexport default { ...lab, ${additions} };`;
}

/** Node keeps what it imported; the time of the last change makes a saved file another module. */
async function defaultOf<T>(file: string): Promise<T> {
  const { default: value } = (await import(`${pathToFileURL(file)}?changed=${statSync(file).mtimeMs}`)) as {
    default: T;
  };
  return value;
}

function begunScenario(file: string): string {
  const lab = sandboxOf(JSON.parse(readFileSync(file, "utf8")) as Scenario);
  return `import { sandboxOf } from "@quayside/widgets/sandbox";
import scenario from ${JSON.stringify(file)};
export default { ...sandboxOf(scenario), beginning: ${beginningSource(lab)} };`;
}

/** What of a lab with checks comes at once, as the source of a plain value. */
export function begunSource(lab: Lab): string {
  const { title: _later, goal: _late, tour, ...rest } = lab;
  const session = openScenario(lab.scenario, lab.seed);
  const results = new Attempt(lab, session).evaluate();
  const begun: LabBeginning = {
    ...rest,
    beginning: beginningOf(session),
    checks: results.map(({ id, passed }) => ({ id, passed })),
    hasTour: tour !== undefined,
  };
  return sourceOf(begun);
}

/** The first moment of a lab as the source of a plain value. */
export function beginningSource(lab: Pick<Lab, "seed" | "scenario">): string {
  const beginning: Beginning = beginningOf(openScenario(lab.scenario, lab.seed));
  return sourceOf(beginning);
}

/** Plain data as source. Not JSON: a row's members keep their order only if those that are undefined stay, too. */
function sourceOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sourceOf).join()}]`;
  if (typeof value === "function") throw new TypeError("A function is no plain data: a lab keeps it in its checks.");
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${sourceOf(member)}`);
  return `{${members.join()}}`;
}
