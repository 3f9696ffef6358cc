/** The journal's own rules (J in SPEC.md), over the borders of its pieces. */
import { expect, test } from "vitest";
import { BrokenRule } from "./assert.ts";
import { Journal, type RecordEntry } from "./journal.ts";
import { PIECE_SIZE } from "./pieces.ts";

type Records = { A: { subject: "rows"; facts: unknown }; B: { subject: "rows"; facts: unknown } };

/** Enough records for three pieces. */
const MANY = 2 * PIECE_SIZE + 7;

const entry = (index: number, change: Partial<RecordEntry> = {}): RecordEntry => ({
  atMs: Math.floor(index / 3) * 10,
  major: 1,
  minor: index,
  kind: "A",
  subject: `row-${index}`,
  cause: index - 1,
  facts: undefined,
  ...change,
});

function write(journal: Journal<Records>, index: number, change: Partial<RecordEntry> = {}): void {
  journal.addChange("rows", `row-${index}`, undefined, { index });
  journal.append(entry(index, change));
}

function journalOf(length: number): Journal<Records> {
  const journal = new Journal<Records>();
  for (let index = 0; index < length; index += 1) write(journal, index);
  return journal;
}

const textOf = (journal: Journal<Records>) => JSON.stringify(journal.records);

test("J1: records are numbered without gaps, in the order of writing", () => {
  const journal = journalOf(MANY);
  expect(journal.length).toBe(MANY);
  expect(journal.records.map(({ seq }) => seq)).toEqual(Array.from({ length: MANY }, (_, index) => index));
  expect(journal.records.map(({ minor }) => minor)).toEqual(Array.from({ length: MANY }, (_, index) => index));
  expect([journal.at(-1), journal.at(MANY)]).toEqual([undefined, undefined]);
});

test("J2: a record holds the rows that changed since the one before, as they were and as they became", () => {
  const journal = journalOf(PIECE_SIZE - 1);
  const [old, changed] = [{ id: "x" }, { id: "y" }];
  journal.addChange("rows", "x", undefined, old);
  journal.addChange("rows", "y", old, changed);
  expect(journal.pendingChanges).toBe(2);
  journal.append(entry(0));
  journal.append(entry(1));
  journal.addChange("rows", "y", changed, undefined);
  journal.append(entry(2));
  expect(journal.records.slice(-3).map(({ changes }) => changes)).toEqual([
    [
      { table: "rows", key: "x", before: undefined, after: old },
      { table: "rows", key: "y", before: old, after: changed },
    ],
    [],
    [{ table: "rows", key: "y", before: changed, after: undefined }],
  ]);
});

test("J3: records up to a moment are those at it or before it", () => {
  const journal = journalOf(MANY);
  for (const atMs of [-1, 0, 9, 10, 11, 1_700, 3_410, 3_420, 1e9]) {
    expect(journal.countUntil(atMs)).toBe(journal.records.filter((record) => record.atMs <= atMs).length);
  }
});

test.each([0, 1, PIECE_SIZE - 1, PIECE_SIZE, PIECE_SIZE + 1, MANY])(
  "J4: a copy of %i records goes its own way",
  (length) => {
    const journal = journalOf(MANY);
    journal.addChange("rows", "begun", undefined, {});
    const copy = journal.prefix(length);
    const before = textOf(journalOf(length));
    expect(textOf(copy)).toBe(before);
    expect(copy.pendingChanges).toBe(0);
    journal.append(entry(MANY));
    write(copy, 7, { kind: "B" });
    write(journal, MANY + 1);
    expect(textOf(copy.prefix(length))).toBe(before);
    expect(copy.records.at(-1)).toMatchObject({ seq: length, kind: "B", changes: [{ key: "row-7" }] });
    expect(textOf(journal.prefix(MANY))).toBe(textOf(journalOf(MANY)));
    expect(journal.at(MANY)?.changes).toMatchObject([{ key: "begun" }]);
  },
);

test("J5: a journal that went back comes to the same objects again", () => {
  const journal = journalOf(MANY);
  const known = [...journal.records];
  const back = journal.rewound(PIECE_SIZE - 1);
  expect([back.length, back.knownLength]).toEqual([PIECE_SIZE - 1, MANY]);
  for (let index = back.length; index < MANY; index += 1) write(back, index);
  expect(back.records.every((record, seq) => record === known[seq])).toBe(true);
  write(back, MANY);
  expect([back.length, back.knownLength, journal.length]).toEqual([MANY + 1, MANY + 1, MANY]);
});

test.each<[string, Partial<RecordEntry>]>([
  ["another kind", { kind: "B" }],
  ["another subject", { subject: "else" }],
  ["another moment", { atMs: 5 }],
  ["another number", { minor: 99 }],
])("J6: a journal that went back does not take %s for the record that it knows", (_what, change) => {
  const back = journalOf(9).rewound(4);
  expect(() => write(back, 4, change)).toThrow(BrokenRule);
  const free = journalOf(9).rewound(4);
  free.forgetAhead();
  write(free, 4, change);
  expect([free.length, free.knownLength]).toEqual([5, 5]);
});

test("J6: nor a record with other rows", () => {
  const back = journalOf(9).rewound(4);
  expect(() => back.append(entry(4))).toThrow(BrokenRule);
});

test("J7: the chain of causes goes from a record to the call behind it", () => {
  const journal = journalOf(4);
  write(journal, 4, { cause: 1 });
  write(journal, 5, { cause: -1 });
  expect(journal.causesOf(4).map(({ seq }) => seq)).toEqual([4, 1, 0]);
  expect(journal.causesOf(5).map(({ seq }) => seq)).toEqual([5]);
  expect(journal.causesOf(99)).toEqual([]);
});
