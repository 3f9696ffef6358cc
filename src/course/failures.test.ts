/** What AWS's messages mean: each refusal and each cause has words in both languages, and each meaning is of something. */
import { CAUSE_TABLES } from "@quayside/simulator/causes";
import { REFUSAL_TABLES } from "@quayside/simulator/refusals";
import { expect, test } from "vitest";
import { en } from "../../content/i18n/failures/en.ts";
import { failureEntries, failureMessages, meaningOf } from "./failures.ts";

const IDS = [...CAUSE_TABLES, ...REFUSAL_TABLES].flatMap((table) => Object.keys(table));
const FAMILIES = IDS.map((id) => id.split(".")[0] ?? "");
/** Words of our own, which say what they mean; and messages that are whatever somebody wrote. */
const PLAIN = ["quayside", "declare", "object", "traffic"];
const ANYTHING = ["stop.with-reason", "placement.invalid"];

test("every message of AWS has a meaning, in both languages", () => {
  const told = failureMessages().map(({ id }) => id);
  const untold = IDS.filter((id) => !told.includes(id) && !PLAIN.includes(id.split(".")[0] ?? ""));
  expect(untold).toEqual(ANYTHING);
  for (const message of failureMessages()) {
    expect(meaningOf(message, "en"), message.id).not.toBe("");
    expect(meaningOf(message, "vi"), message.id).not.toBe(meaningOf(message, "en"));
  }
});

test("every meaning is of a message that exists", () => {
  for (const id of Object.keys(en)) if (id !== "quayside") expect([...IDS, ...FAMILIES], id).toContain(id);
});

test("values leave no trace in the words, only their places", () => {
  for (const { id, says } of failureEntries("en"))
    for (const text of says) expect(text, id).not.toMatch(/undefined|NaN|\[object|function \w*\(|=>/);
});
