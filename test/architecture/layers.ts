/**
 * Who may import whom, as data: the only place where this is written. `layers.test.ts` checks every import of the
 * repository against it, types and dynamic imports included, and `write-layers.ts` makes README's table of it. A row may
 * only name rows above itself, so the table cannot allow a circle of layers. Long, because it is the whole table.
 */

/** One layer: a folder, and what its files may import besides each other. */
export interface Layer {
  name: string;
  /** Folders (with a slash at the end) or files, from the root. The longest that fits a file is its layer. */
  paths: readonly string[];
  /** Only files with this ending; such a row wins over one without, for the same folder. */
  ending?: string;
  /** Layers of the same package that may be reached by relative imports. */
  below?: readonly string[];
  /** Its folders do not know each other. */
  apart?: true;
  /** Layers that only the tests of this one may reach: what it is tried out with. */
  tests?: readonly string[];
  /** Packages, ours and foreign, that may be imported; `name/entry` allows only that entry. `node:` allows Node's. */
  packages?: readonly string[];
}

/** Packages that test files may import on top of what their layer may. */
export const TEST_PACKAGES: readonly string[] = ["vitest", "fast-check", "node:", "xstate/graph"];

const SIMULATOR = "packages/simulator/src/";
const WIDGETS = "packages/widgets/src/";

/** Folders of one parent, from their names. */
function folders(parent: string, names: string): string[] {
  return names.split(" ").map((name) => `${parent}${name}/`);
}

/** Folders of the controllers, each a layer of its own that may import from those before it. */
const CONTROLLERS = [
  "rows",
  "network",
  "balancing",
  "host",
  "agent",
  "containers",
  "tasks",
  "machines",
  "services",
  "events",
  "traffic",
] as const;
const BELOW_CONTROLLERS = [
  "kernel",
  "model",
  "charts",
  "placement",
  "task-definition",
  "services",
  "network",
  "traffic",
  "balancing",
  "workloads",
  "events",
] as const;

/** The table. Order matters: downwards only. */
export const LAYERS: readonly Layer[] = [
  { name: "kernel", paths: [`${SIMULATOR}kernel/`] },
  { name: "model", paths: [`${SIMULATOR}model/`], below: ["kernel"] },
  { name: "charts", paths: [`${SIMULATOR}charts/`], below: ["kernel", "model"], packages: ["xstate"] },
  // Pure functions over rows: they know nothing of the simulation that calls them.
  { name: "placement", paths: [`${SIMULATOR}placement/`], below: ["kernel", "model"] },
  {
    name: "task-definition",
    paths: [`${SIMULATOR}task-definition/`],
    below: ["kernel", "model", "placement"],
  },
  // What the scheduler of a service decides, of rows alone.
  { name: "services", paths: [`${SIMULATOR}services/`], below: ["kernel", "model", "placement"] },
  { name: "network", paths: [`${SIMULATOR}network/`], below: ["kernel", "model"] },
  // What load balancers, target groups and targets are to each other, and which rule a request hits.
  { name: "balancing", paths: [`${SIMULATOR}balancing/`], below: ["kernel", "model", "network"] },
  // Requests, of plain data alone: who asks for them and whose rows they follow is above.
  { name: "traffic", paths: [`${SIMULATOR}traffic/`], below: ["kernel", "model", "network", "balancing"] },
  // What an event pattern, a schedule, the input of a target say: of texts and events alone.
  { name: "events", paths: [`${SIMULATOR}events/`], below: ["kernel", "model"] },
  { name: "workloads", paths: [`${SIMULATOR}workloads/`], below: ["kernel", "model", "charts", "network"] },
  ...CONTROLLERS.map((folder, index) => ({
    name: `controllers/${folder}`,
    paths: [`${SIMULATOR}controllers/${folder}/`],
    below: [...BELOW_CONTROLLERS, ...CONTROLLERS.slice(0, index).map((lower) => `controllers/${lower}`)],
  })),
  {
    name: "controllers",
    paths: [`${SIMULATOR}controllers/`],
    below: [...BELOW_CONTROLLERS, ...CONTROLLERS.map((folder) => `controllers/${folder}`)],
  },
  // Sentences on records, and the journal as tables: functions of what was written down.
  {
    name: "words",
    paths: [
      "explain",
      "balancing-sentences",
      "event-sentences",
      "traffic-sentences",
      "instance-sentences",
      "network-sentences",
      "service-sentences",
      "journal-view",
    ].map((name) => `${SIMULATOR}${name}.ts`),
    below: ["kernel", "model"],
    tests: ["session"],
  },
  // Pure, too: it reads what happened and never makes anything happen.
  {
    name: "why",
    paths: [`${SIMULATOR}why/`],
    below: ["kernel", "model", "placement", "task-definition", "network", "workloads", "words"],
    tests: ["session"],
  },
  {
    name: "operations",
    paths: [`${SIMULATOR}operations/`],
    below: [...BELOW_CONTROLLERS, ...CONTROLLERS.map((folder) => `controllers/${folder}`), "controllers"],
    tests: ["session"],
  },
  {
    name: "session",
    paths: [SIMULATOR],
    below: [
      ...BELOW_CONTROLLERS,
      ...CONTROLLERS.map((folder) => `controllers/${folder}`),
      "controllers",
      "words",
      "why",
      "operations",
    ],
  },

  {
    name: "api",
    paths: ["packages/api/src/"],
    packages: ["@quayside/simulator", "@jmespath-community/jmespath", "yaml"],
  },
  {
    name: "api generator",
    paths: ["packages/api/src/generate/"],
    below: ["api"],
    packages: ["node:"],
  },

  // JSON as text knows nothing of ECS: the page draws with it before the rules are there.
  { name: "json text", paths: ["packages/linter/src/json/"] },
  {
    name: "linter",
    paths: ["packages/linter/src/"],
    below: ["json text"],
    packages: ["@quayside/simulator", "@quayside/api"],
  },
  {
    name: "linter files",
    paths: ["packages/linter/src/files/"],
    below: ["json text", "linter"],
    packages: ["@quayside/simulator", "@quayside/api", "yaml"],
  },

  {
    name: "linter examples",
    paths: ["packages/linter/src/examples/"],
    below: ["json text"],
    tests: ["linter", "linter files"],
    packages: ["@quayside/simulator"],
  },

  { name: "grader", paths: ["packages/grader/src/"], packages: ["@quayside/simulator"] },
  // The page never loads zod: only the schema's own entry and the checks of the content do.
  {
    name: "grader schema",
    paths: ["packages/grader/src/schema.ts"],
    below: ["grader"],
    packages: ["@quayside/simulator", "@quayside/api", "zod"],
  },
  {
    name: "grader content",
    paths: ["packages/grader/src/content/"],
    below: ["grader", "grader schema"],
    packages: ["@quayside/simulator", "@quayside/api", "node:"],
  },

  // The widgets in floors. What every element shares, and the languages.
  {
    name: "widget base",
    paths: [`${WIDGETS}base/`, `${WIDGETS}i18n/`],
    packages: ["@quayside/simulator", "@quayside/grader", "lit"],
  },
  // A run of a lab without its picture: the actor, the clock, notices, what is kept.
  {
    name: "widget run",
    paths: [`${WIDGETS}run/`],
    below: ["widget base"],
    packages: ["@quayside/simulator", "@quayside/grader", "xstate", "idb-keyval"],
  },
  {
    name: "editor",
    paths: [`${WIDGETS}editor/`],
    below: ["widget base"],
    packages: ["@quayside/simulator", "@quayside/api", "@quayside/linter", "diff", "lit", "monaco-editor"],
  },
  // What a lab is put together from; no part knows another.
  {
    name: "widget parts",
    paths: folders(
      WIDGETS,
      "map timeline terminal journal checks resources why lifecycle service-chart traffic-chart faults",
    ),
    apart: true,
    below: ["widget base", "widget run", "editor"],
    packages: ["@quayside/simulator", "@quayside/api", "@quayside/grader", "lit"],
  },
  {
    name: "inspector",
    paths: [`${WIDGETS}inspector/`],
    below: ["widget base", "widget parts"],
    packages: ["@quayside/simulator", "@quayside/api", "lit"],
  },
  // What is more than a part and less than a lab.
  {
    name: "widget rooms",
    paths: folders(WIDGETS, "compare share solution tour hero poster"),
    apart: true,
    below: ["widget base", "widget run", "editor", "widget parts", "inspector"],
    packages: ["@quayside/simulator", "@quayside/api", "@quayside/grader", "lit", "xstate"],
  },
  {
    name: "lab",
    paths: [WIDGETS],
    below: ["widget base", "widget run", "editor", "widget parts", "inspector", "widget rooms"],
    packages: ["@quayside/simulator", "@quayside/api", "@quayside/linter", "lit"],
  },

  {
    name: "cli",
    paths: ["packages/cli/src/"],
    packages: ["@quayside/simulator", "@quayside/api", "@quayside/linter", "@quayside/grader", "diff", "node:"],
  },
  {
    name: "toolchain",
    paths: ["packages/toolchain/src/"],
    packages: ["playwright-core", "lighthouse", "chrome-launcher", "node:"],
  },

  // The lessons' components, by the name that the site's build gives them.
  { name: "lessons", paths: ["content/"], ending: ".mdx", packages: ["@site/lesson"] },
  { name: "labs", paths: ["content/"], packages: ["@quayside/grader"] },
  {
    name: "site",
    paths: ["src/", "astro.config.mjs"],
    below: ["labs"],
    packages: [
      "@quayside/simulator",
      "@quayside/api",
      "@quayside/grader",
      "@quayside/widgets",
      // While the site is built, never in the page.
      "@quayside/linter",
      "@quayside/toolchain/list-simplifications",
      "@quayside/toolchain/vite-module-graph",
      "@quayside/toolchain/vite-monaco",
      "@quayside/toolchain/vite-short-styles",
      "astro",
      "astro:",
      "@astrojs/starlight",
      "@astrojs/mdx",
      "@fontsource-variable/source-sans-3",
      "node:",
    ],
  },

  {
    name: "tests",
    paths: ["test/"],
    below: ["labs"],
    packages: [
      "@quayside/simulator",
      "@quayside/api",
      "@quayside/linter",
      "@quayside/grader",
      "@quayside/widgets",
      "@quayside/cli",
      "@quayside/toolchain",
      "@aws-sdk/client-ecs",
      "@axe-core/playwright",
      "playwright-core",
      "typescript",
      "vitest",
      "fast-check",
      "node:",
    ],
  },
  // Pages for looking at widgets while they are made; never built into the site.
  {
    name: "workbench",
    paths: ["packages/widgets/dev/", "packages/widgets/dev-editor/", "packages/widgets/bench/"],
    below: ["widget base", "widget run", "editor", "widget parts", "inspector", "widget rooms", "lab", "labs"],
    packages: ["@quayside/simulator", "@quayside/grader"],
  },
];

/** Folders and files that hold none of our sources, from the root; nothing of ours may reach into them. */
export const NOT_OURS: readonly RegExp[] = [
  /^(?:packages\/[^/]+\/)?node_modules$/,
  /^(?:dist|\.astro|\.git|test-results|test\/fixtures)$/,
];

/** Folders whose files a program writes: data for the gates of form, and never code that runs. */
export const GENERATED = /(?:^|\/)generated\//;
