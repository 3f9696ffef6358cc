/** Decision records lead to each other, and to files that are there. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const records = globSync("content/internals/decisions/*.md", { cwd: root });

test("every link of a decision record leads to a file", () => {
  const broken = records.flatMap((record) =>
    [...readFileSync(join(root, record), "utf8").matchAll(/\]\((?!https?:)([^)#]+)/g)]
      .map(([, target = ""]) => target)
      .filter((target) => !existsSync(join(root, dirname(record), target)))
      .map((target) => `${record}: ${target}`),
  );
  expect(records.length).toBeGreaterThan(40);
  expect(broken).toEqual([]);
});
