/** The states of a comparison: who is spoken to, the question at the end, and what it leads to. */
import { expect, test } from "vitest";
import { createActor } from "xstate";
import { compareMachine } from "./compare-machine.ts";

function start() {
  const actor = createActor(compareMachine);
  actor.start();
  return actor;
}

test("begins with the copy spoken to, and turns to either run also while it asks", () => {
  const actor = start();
  expect(actor.getSnapshot().context.spoken).toBe("b");
  actor.send({ type: "SPEAK", to: "a" });
  actor.send({ type: "LEAVE" });
  actor.send({ type: "SPEAK", to: "b" });
  expect(actor.getSnapshot().context.spoken).toBe("b");
  expect(actor.getSnapshot().value).toBe("asking");
});

test("ends only by an answer, and the run that is kept is spoken to", () => {
  const actor = start();
  actor.send({ type: "KEEP", run: "a" });
  expect(actor.getSnapshot().value).toBe("comparing");
  actor.send({ type: "LEAVE" });
  actor.send({ type: "STAY" });
  expect(actor.getSnapshot().value).toBe("comparing");
  actor.send({ type: "LEAVE" });
  actor.send({ type: "KEEP", run: "a" });
  expect(actor.getSnapshot().status).toBe("done");
  expect(actor.getSnapshot().context.spoken).toBe("a");
});
