/** Where labs come from: whoever stands nearest to the element answers, and each lab has its own. */
import { expect, test } from "vitest";
import { askForSource, type SourceAsked } from "./lab-source.ts";
import { sandboxLab } from "./sandbox-lab.ts";

/** Something on a page that answers with labs of an id. */
function answering(...ids: readonly string[]): EventTarget {
  const target = new EventTarget();
  for (const id of ids) {
    target.addEventListener("quayside-source", (event) => {
      (event as CustomEvent<SourceAsked>).detail.give({ loadLab: async () => ({ ...sandboxLab, id }) });
    });
  }
  return target;
}

test("two labs on a page take their labs from different sources", async () => {
  const [one, other] = [askForSource(answering("ours")), askForSource(answering("theirs"))];
  expect((await other.loadLab("sandbox")).id).toBe("theirs");
  expect((await one.loadLab("sandbox")).id).toBe("ours");
});

test("the first one that answers is the nearest one", async () => {
  expect((await askForSource(answering("nearest", "document")).loadLab("sandbox")).id).toBe("nearest");
});

test("on a page without labs, loading one says so", async () => {
  await expect(askForSource(new EventTarget()).loadLab("sandbox")).rejects.toThrow("answers quayside-source");
});
