/** A mark as JSON names the waits that were not met, in both languages. */
import { expect, test } from "vitest";
import type { LabCommand } from "../lab-command.ts";
import { gradeLab } from "./grade.ts";
import { loadLabs } from "./load-labs.ts";
import { writtenMark } from "./written-mark.ts";

const [whole] = await loadLabs(new URL("../../../../", import.meta.url).pathname);

test.each<[readonly LabCommand[], object[]]>([
  [[], []],
  [[{ until: "settled" }], []],
  [
    [{ until: { taskStopped: "web" }, atMost: "10 min" }],
    [
      {
        wait: { until: { taskStopped: "web" }, atMost: "10 min" },
        sentence: {
          en: "Not met within 10 min: every task of web is STOPPED.",
          vi: "Sau 10 min vẫn chưa đạt: mọi task của web đều STOPPED.",
        },
      },
    ],
  ],
])("of %j", (commands, unmet) => {
  if (whole === undefined) throw new Error("there is no lab");
  const { mark, ran } = gradeLab(whole, commands);
  const written = JSON.parse(writtenMark(mark, ran));
  expect(written).toMatchObject({ labId: whole.lab.id, unmet });
  expect(written.unmet).toHaveLength(unmet.length);
});
