/** @quayside/widgets/rule-texts: what the editor says of the linter's rules in Vietnamese, for their pages. */
import { faultId } from "@quayside/linter/json";
import { vi } from "./vi.ts";
import { HINTS } from "./vi-hints.ts";

const FAULTS = new Map(Object.entries(vi.json).map(([code, text]) => [faultId(code), text("…")]));

/** What to do about a rule's finding, in Vietnamese; undefined when nobody has translated it. */
export function hintInVietnamese(ruleId: string): string | undefined {
  return HINTS[ruleId] ?? FAULTS.get(ruleId);
}
