/** The coverage page shows what becomes of each input: each reason has its text in both languages, and each operation is there. */
import { operationCoverage } from "@quayside/api";
import { inputCoverage } from "@quayside/api/inputs";
import { expect, test } from "vitest";
import { keptReason } from "../i18n/texts.ts";

const { operations, within } = inputCoverage();

test("every simulated operation is listed, and every shape within its input once", () => {
  const titles = operations.map(({ title }) => title);
  const simulated = operationCoverage().flatMap(({ operation, modelled }) => (modelled ? [operation] : []));
  expect(titles).toEqual([...simulated].sort());
  const all = [...titles, ...within.map(({ title }) => title)];
  expect(all.length).toBe(new Set(all).size);
  expect(within.map(({ title }) => title)).toContain("ContainerDefinition");
});

test("every reason is said in both languages", () => {
  const reasons = [...operations, ...within].flatMap(({ kept }) => kept.map(({ why }) => why));
  expect(reasons.length).toBeGreaterThan(20);
  for (const reason of new Set(reasons)) {
    expect(keptReason(reason, "en")).toBe(reason);
    expect(keptReason(reason, "vi")).toMatch(/\.$/);
    expect(keptReason(reason, "vi")).not.toBe(reason);
  }
});
