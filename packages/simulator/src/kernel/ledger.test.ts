/** A ledger keeps its rows, copies go on without each other, and a run that went back comes to the same rows again. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Ledger } from "./ledger.ts";
import { PIECE_SIZE } from "./pieces.ts";

const COLUMNS = ["toMs", "count"] as const;

function written(rows: number, count = 1): Ledger<(typeof COLUMNS)[number]> {
  const ledger = new Ledger(COLUMNS);
  for (let row = 0; row < rows; row += 1) ledger.append({ toMs: 1000 * row, count: count + row });
  return ledger;
}

const text = (ledger: Ledger<(typeof COLUMNS)[number]>) =>
  Array.from({ length: ledger.length }, (_, row) => ledger.row(row)).map(({ toMs, count }) => `${toMs} ${count}`);

describe("rows", () => {
  test("are read as they were written, over many pieces", () => {
    const ledger = written(3 * PIECE_SIZE + 7);
    expect(ledger.length).toBe(3 * PIECE_SIZE + 7);
    expect(ledger.get(PIECE_SIZE, "toMs")).toBe(1000 * PIECE_SIZE);
    expect(ledger.row(2 * PIECE_SIZE - 1)).toEqual({ toMs: 1000 * (2 * PIECE_SIZE - 1), count: 2 * PIECE_SIZE });
  });

  test("that do not exist are a mistake of our own", () => {
    expect(() => written(3).get(3, "toMs")).toThrow("the ledger has 3 rows and none with number 3");
  });

  test("are found by a column that never falls", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: -5, max: 1_600_000 }), (rows, value) => {
        const expected = Array.from({ length: rows }, (_, row) => 1000 * row).findIndex((toMs) => toMs > value);
        expect(written(rows).firstAbove("toMs", value)).toBe(expected === -1 ? rows : expected);
      }),
      { numRuns: 30 },
    );
  });
});

test("copies at any length go on without each other, whoever goes first", () => {
  fc.assert(
    fc.property(fc.nat(2 * PIECE_SIZE), fc.nat(2 * PIECE_SIZE), fc.boolean(), (rows, cut, copyFirst) => {
      const ledger = written(rows);
      const length = Math.min(rows, cut);
      const copy = ledger.prefix(length);
      const goOn = (which: typeof ledger, count: number) => which.append({ toMs: 9_000_000, count });
      if (copyFirst) goOn(copy, -1);
      goOn(ledger, -2);
      if (!copyFirst) goOn(copy, -1);
      const before = text(written(rows));
      expect(text(ledger)).toEqual([...before, "9000000 -2"]);
      expect(text(copy)).toEqual([...before.slice(0, length), "9000000 -1"]);
    }),
    { numRuns: 60 },
  );
});

describe("a ledger that went back", () => {
  test("comes to the same rows again and keeps what lies ahead", () => {
    const back = written(700).rewound(2);
    expect([back.length, back.knownLength]).toEqual([2, 700]);
    back.append({ toMs: 2000, count: 3 });
    expect([back.length, back.knownLength]).toEqual([3, 700]);
  });

  test("says so when the run goes on differently", () => {
    const back = written(700).rewound(2);
    expect(() => back.append({ toMs: 2000, count: 4 })).toThrow("went on differently: count of ledger row 2");
  });

  test("goes its own way once that is forgotten, and leaves its origin alone", () => {
    const ledger = written(700);
    const back = ledger.rewound(2);
    back.forgetAhead();
    back.append({ toMs: 2000, count: 4 });
    expect(back.get(2, "count")).toBe(4);
    expect(ledger.get(2, "count")).toBe(3);
  });
});
