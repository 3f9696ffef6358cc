// The table of expressions shows what the simulator makes of them.

import { expect, test } from "vitest";
import { expressionRows } from "./expressions.ts";

test("each expression leaves some instances and not others", () => {
  const shown = expressionRows().map(({ passes }) => passes.map((each) => (each ? "x" : ".")).join(""));
  expect(shown).toEqual(["..xx", "x.x.", "xx..", "..xx", "x...", ".x..", ".xx.", "..xx"]);
});
