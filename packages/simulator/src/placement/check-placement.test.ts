/** Which constraints and strategies are refused before any instance is looked at, and what is done without any. */
import { describe, expect, test } from "vitest";
import { checkPlacement, type PlacementInput } from "./check-placement.ts";

function check(input: Omit<PlacementInput, "placedBy">, placedBy: "task" | "service" = "task") {
  return checkPlacement({ ...input, placedBy });
}

describe("constraints", () => {
  test("those of the call and of the definition come back in one list", () => {
    const checked = check({
      constraints: [{ type: "distinctInstance" }],
      definitionConstraints: [{ type: "memberOf", expression: "attribute:stack == prod" }],
    });
    expect(checked).toMatchObject({
      ok: true,
      constraints: [{ type: "distinctInstance" }, { type: "memberOf", expression: "attribute:stack == prod" }],
    });
  });

  test.each([
    [[{ type: "distinctInstance", expression: "" }], "distinctInstance expression should not be specified."],
    [[{ type: "memberOf" }], "memberOf expression should be specified."],
    [[{ type: "memberOf", expression: " " }], "memberOf expression should be specified."],
    [[{ type: "oneTaskPerHost" }], "constraint.type 'oneTaskPerHost' is not supported."],
    [[{}], "constraint.type '' is not supported."],
    [
      [{ type: "memberOf", expression: "attribute:stack = prod" }],
      "constraint.expression 'attribute:stack = prod' is not a valid expression. At character 17: Equality is written ==, with two signs.",
    ],
    [[{ type: "memberOf", expression: "x".repeat(2_001) }], "constraint.expression can have at most 2000 characters."],
  ])("%o", (constraints, message) => {
    expect(check({ constraints })).toEqual({ ok: false, message });
    expect(check({ definitionConstraints: constraints })).toEqual({ ok: false, message });
  });

  test("ten are taken, eleven are not, wherever they come from", () => {
    const member = { type: "memberOf", expression: "attribute:a exists" };
    const five = Array.from({ length: 5 }, () => member);
    expect(check({ constraints: five, definitionConstraints: five }).ok).toBe(true);
    expect(check({ constraints: [...five, member], definitionConstraints: five })).toEqual({
      ok: false,
      message: "Maximum number of constraints is 10",
    });
  });
});

describe("strategies", () => {
  test.each([
    [{ type: "random" }, { type: "random" }],
    [
      { type: "binpack", field: "cpu" },
      { type: "binpack", field: "cpu" },
    ],
    [
      { type: "binpack", field: "MEMORY" },
      { type: "binpack", field: "memory" },
    ],
    [
      { type: "spread", field: "instanceId" },
      { type: "spread", field: "instanceId" },
    ],
    [
      { type: "spread", field: "host" },
      { type: "spread", field: "host" },
    ],
    [
      { type: "spread", field: "attribute:rack" },
      { type: "spread", field: "attribute:rack" },
    ],
  ])("%o is taken", (strategy, taken) => {
    expect(check({ strategies: [strategy] })).toMatchObject({ ok: true, strategies: [taken] });
  });

  test.each([
    [{ type: "random", field: "cpu" }, "random field should not be specified"],
    [{ type: "random", field: "" }, "random field should not be specified"],
    [{ type: "binpack", field: "disk" }, "binpack field 'disk' is invalid"],
    [{ type: "binpack" }, "binpack field '' is invalid"],
    [{ type: "spread", field: "rack" }, "spread field 'rack' is invalid"],
    [{ type: "spread", field: "attribute:" }, "spread field 'attribute:' is invalid"],
    [{ type: "spread" }, "spread field '' is invalid"],
    [{ type: "pack" }, "strategy.type 'pack' is not supported."],
  ])("%o is refused", (strategy, message) => {
    expect(check({ strategies: [strategy] })).toEqual({ ok: false, message });
  });

  test("five are taken, six are not", () => {
    const strategies = Array.from({ length: 6 }, () => ({ type: "spread", field: "instanceId" }));
    expect(check({ strategies: strategies.slice(1) }).ok).toBe(true);
    expect(check({ strategies })).toEqual({ ok: false, message: "Maximum number of strategies is 5" });
  });

  test("without any a task is placed by lot, a service over zones and then over instances", () => {
    expect(check({})).toMatchObject({ strategies: [{ type: "random" }] });
    expect(check({ strategies: [] }, "service")).toMatchObject({
      strategies: [
        { type: "spread", field: "attribute:ecs.availability-zone" },
        { type: "spread", field: "instanceId" },
      ],
    });
  });
});
