/** Dates and patterns of the cluster query language held against JavaScript's own calendar and regular expressions. */
import { DEFAULT_PLACE } from "@quayside/simulator";
import { compileExpression, parseExpression } from "@quayside/simulator/placement";
import { instanceRow } from "@quayside/simulator/placement/testing";
import { expect, test } from "vitest";

const two = (value: number) => String(value).padStart(2, "0");

/** Whether an expression is true of an instance, or undefined when it cannot be read. */
function ask(expression: string, wish: Omit<Parameters<typeof instanceRow>[0], "slot">): boolean | undefined {
  const parsed = parseExpression(expression);
  return parsed.ok ? compileExpression(parsed.expression)(instanceRow({ slot: 0, ...wish })) : undefined;
}

/** Whether a date of the language is this moment: undefined when it is no date, or the moment is none. */
function isMoment(date: string, epochMs: number): boolean | undefined {
  return ask(`registeredAt == ${date}`, {
    registeredAtMs: (Number.isNaN(epochMs) ? 0 : epochMs) - DEFAULT_PLACE.startsAtMs,
  });
}

/** What JavaScript makes of a day: undefined where its calendar goes on to another. */
function momentOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isSame = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isSame ? date.getTime() : undefined;
}

test.each([1600, 1700, 1899, 1900, 1969, 1970, 2000, 2023, 2024, 2100])(
  "every day of %i is a date, and no other",
  (year) => {
    for (let month = 0; month <= 13; month += 1) {
      for (let day = 0; day <= 32; day += 1) {
        const text = `${year}-${two(month)}-${two(day)}`;
        const moment = momentOf(year, month, day);
        const expected = moment === undefined ? undefined : true;
        expect([text, isMoment(text, moment ?? 0)]).toEqual([text, expected]);
      }
    }
  },
);

test.each(["00:00:00", "23:59:59", "25:00:00", "12:60:00", "12:00:60", "07:08:09"])("the time %s", (time) => {
  for (const zone of ["Z", "+05:30", "-08:00", "+18:00", "-18:00"]) {
    const text = `2024-02-29T${time}${zone}`;
    const moment = Date.parse(text);
    expect([text, isMoment(text, moment)]).toEqual([text, Number.isNaN(moment) ? undefined : true]);
  }
});

test.each([".", ...Array.from("dDsSwWtnrf", (letter) => `\\${letter}`), "[^a-f]", "[a-fA-F0-9_]", "(?i)q", "\\."])(
  "%s fits the ASCII characters that it fits in JavaScript",
  (pattern) => {
    const own = new RegExp(`^(?:${pattern.replace("(?i)", "")})$`, pattern.startsWith("(?i)") ? "i" : "");
    for (let code = 0; code < 128; code += 1) {
      const character = String.fromCharCode(code);
      const fits = ask(`attribute:x =~ ${pattern}`, { attributes: { x: character } });
      expect([pattern, code, fits]).toEqual([pattern, code, own.test(character)]);
    }
  },
);

test("a repetition may count to 1000 at either end, and has no end when it names none", () => {
  const taken = (pattern: string) => parseExpression(`attribute:x =~ ${pattern}`).ok;
  expect(["a{1000}", "a{1000,}", "a{0,1000}", "a{0,}"].map(taken)).toEqual([true, true, true, true]);
  expect(["a{1001}", "a{1001,}", "a{0,1001}", "a{1001,1002}"].map(taken)).toEqual([false, false, false, false]);
});
