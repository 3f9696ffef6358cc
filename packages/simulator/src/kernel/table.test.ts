/** Tables: frozen rows, indexes that always agree with the rows, forks that share nothing but rows. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { Table } from "./table.ts";

interface Row {
  readonly id: string;
  readonly group: string | undefined;
  readonly note: number;
}

const table = () =>
  new Table<Row>({
    name: "rows",
    key: (row) => row.id,
    indexes: { group: { key: (row) => row.group, fields: ["group"] } },
  });

test("rows are frozen, replaced, and the replaced one is given back", () => {
  const rows = table();
  const first: Row = { id: "a", group: "g", note: 1 };
  expect(rows.put(first)).toBeUndefined();
  expect(Object.isFrozen(rows.get("a"))).toBe(true);
  expect(rows.put({ ...first, note: 2 })).toBe(first);
  expect(rows.remove("a")?.note).toBe(2);
  expect(rows.remove("a")).toBeUndefined();
});

test("every bucket holds exactly the rows that belong to it, also in forks", () => {
  const change = fc.record({
    id: fc.constantFrom("a", "b", "c", "d", "e"),
    group: fc.constantFrom("g", "h", undefined),
    remove: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), fc.array(change, { maxLength: 20 }), (before, after) => {
      const original = table();
      const apply = (rows: Table<Row>, changes: typeof before) => {
        for (const [note, { id, group, remove }] of changes.entries()) {
          if (remove) rows.remove(id);
          else rows.put({ id, group, note });
        }
      };
      apply(original, before);
      const fork = original.fork();
      const untouched = JSON.stringify([...original.values()]);
      apply(fork, after);
      expect(JSON.stringify([...original.values()])).toBe(untouched);
      for (const rows of [original, fork]) {
        for (const name of ["g", "h"]) {
          const expected = [...rows.values()].filter((row) => row.group === name).map((row) => row.id);
          expect([...rows.bucket("group", name)].sort()).toEqual(expected.sort());
        }
      }
    }),
  );
});

test("an index that does not exist is our mistake", () => {
  expect(() => table().bucket("nope", "x")).toThrow("table rows has no index nope");
});
