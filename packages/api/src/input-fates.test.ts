/** No member of an input of ECS is ignored unseen: each of AWS's model has its fate, and each refusal that is named exists. */
import { REFUSAL_TABLES } from "@quayside/simulator/refusals";
import { TASK_DEFINITION_RULES } from "@quayside/simulator/task-definition";
import { expect, test } from "vitest";
import { INPUT_FATES, type InputFates } from "./input-fates.ts";
import { operationModel, type Shape } from "./model.ts";
import { operationCoverage } from "./operations.ts";

const words = (text = "") => text.split(" ").filter((word) => word !== "");
const acted = ({ modelled, checked }: InputFates) => [...words(modelled), ...words(checked)];
const whole = ({ refused = {}, kept = {} }: InputFates) => [...Object.keys(refused), ...Object.keys(kept)];

/** Every structure of an input whose members are looked at one by one. */
const looked = new Map<string, Shape>();

function look(shape: Shape): void {
  if (shape.element !== undefined) look(shape.element);
  if (shape.type !== "structure" || looked.has(shape.name)) return;
  looked.set(shape.name, shape);
  const asWhole = new Set(whole(INPUT_FATES[shape.name] ?? {}));
  for (const [member, part] of shape.members) if (!asWhole.has(member)) look(part);
}

for (const { operation, modelled } of operationCoverage()) {
  const model = operationModel(operation);
  if (modelled && model !== undefined) look(model.input);
}

test("every member has one fate, and no other is named", () => {
  const named = Object.entries(INPUT_FATES).map(([shape, fates]) => [shape, [...acted(fates), ...whole(fates)].sort()]);
  const known = Array.from(looked, ([shape, { memberNames }]) => [shape, [...memberNames].sort()]);
  expect(Object.fromEntries(named)).toEqual(Object.fromEntries(known));
});

test("every refusal that is named is one, and every reason is a sentence", () => {
  const ids = new Set([
    ...REFUSAL_TABLES.flatMap((table) => Object.keys(table)),
    ...TASK_DEFINITION_RULES.map(({ id }) => id),
  ]);
  const fates = Object.values(INPUT_FATES);
  expect(fates.flatMap(({ refused = {} }) => Object.values(refused)).filter((id) => !ids.has(id))).toEqual([]);
  expect(fates.flatMap(({ kept = {} }) => Object.values(kept)).filter((why) => !why.endsWith("."))).toEqual([]);
});
