/** The kinds of tests, each a project with its folder; the stages of `npm test` run them by these names. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const DRAWN_CASES = fileURLToPath(new URL("drawn-cases.ts", import.meta.url));

/** What a project may set besides its name and files. */
interface Particulars {
  testTimeout?: number;
  hookTimeout?: number;
  fileParallelism?: boolean;
  retry?: number;
  globalSetup?: string;
}

function project(name: string, include: string[], particulars: Particulars = {}) {
  return { test: { name, include, root, environment: "node" as const, setupFiles: [DRAWN_CASES], ...particulars } };
}

export default defineConfig({
  test: {
    root,
    // Two cores are the smallest machine that we promise to run on.
    maxWorkers: 2,
    projects: [
      project("unit", ["packages/*/src/**/*.test.ts", "src/**/*.test.ts"], { testTimeout: 20_000 }),
      project("architecture", ["test/architecture/**/*.test.ts"], { testTimeout: 60_000 }),
      project("property", ["test/property/**/*.test.ts"], { testTimeout: 120_000 }),
      project("golden", ["test/golden/**/*.test.ts"], { testTimeout: 60_000 }),
      project("content", ["test/content/**/*.test.ts"], { testTimeout: 60_000 }),
      project("conformance", ["test/conformance/**/*.test.ts"], { testTimeout: 60_000 }),
      // One browser at a time: two would share the cores and make every wait in a journey longer.
      project("e2e", ["test/e2e/**/*.test.ts"], {
        testTimeout: 60_000,
        hookTimeout: 120_000,
        // A browser on a busy machine can miss a moment; what fails three times is broken.
        retry: 2,
        fileParallelism: false,
        globalSetup: fileURLToPath(new URL("e2e/serve-site.ts", import.meta.url)),
      }),
    ],
  },
});
