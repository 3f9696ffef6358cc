/** The few places that the layering gate lets pass, each with its reason. One that is not needed fails a test. */

/** What has no fixed name, or breaks the table, and why that is right. `what` begins what the gate's sentence quotes. */
export const EXCEPTIONS: readonly { file: string; what: string; reason: string }[] = [
  {
    file: "astro.config.mjs",
    what: "new URL(path, ",
    reason: "Astro's settings are addresses of folders, made by one function beside them.",
  },
  {
    file: "packages/cli/src/bin.mjs",
    what: "createRequire(",
    reason: "It looks for the project's own Node before any TypeScript can be loaded; no module of ours comes of it.",
  },
  { file: "packages/cli/src/bin.mjs", what: "require.resolve(", reason: "The package of that Node, by the platform." },
  {
    file: "packages/grader/src/content/load-labs.ts",
    what: "import(pathToFileURL(",
    reason: "The labs are found in the content's folders; the page never loads this.",
  },
  {
    file: "packages/widgets/dev-editor/vite.config.ts",
    what: "import(new URL(",
    reason: "Vite bundles its configuration, and a bundle cannot load a package of TypeScript by its name.",
  },
  {
    file: "packages/widgets/dev-editor/vite.config.ts",
    what: "../../toolchain/src/vite-monaco.ts",
    reason: "The address of the import above.",
  },
  {
    file: "src/course/lessons.test.ts",
    what: "import(join(DOCS",
    reason: "Every lesson's lab, found in the content's folders.",
  },
  { file: "src/islands/search.ts", what: "import(", reason: "Pagefind's script, which exists only in the built site." },
  { file: "src/vite-begun-labs.test.ts", what: "import(", reason: "It runs the module that was generated." },
  {
    file: "src/vite-begun-labs.ts",
    what: "import(",
    reason: "The lab that a page asked for by its name, while the site is built.",
  },
  { file: "test/bench/run-bench.ts", what: "../../dist/index.html", reason: "It asks whether the site is built." },
];
