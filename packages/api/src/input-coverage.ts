/** What becomes of each input of ECS's simulated operations, as a list for the page that shows it: operations first, then shapes within. */
import { INPUT_FATES, type InputFates } from "./input-fates.ts";
import { operationModel } from "./model.ts";
import { operationCoverage } from "./operations.ts";

/** A member that is taken or refused as a whole, with the reason or the id of the refusal. */
export interface ExplainedMember {
  readonly name: string;
  readonly why: string;
}

/** The members of one shape, by what becomes of them. */
export interface ShapeFates {
  /** Of an operation its name, else AWS's name of the shape. */
  readonly title: string;
  readonly modelled: readonly string[];
  readonly checked: readonly string[];
  readonly refused: readonly ExplainedMember[];
  readonly kept: readonly ExplainedMember[];
}

/** Of every simulated operation that takes something, and of every shape within. */
export function inputCoverage(): {
  readonly operations: readonly ShapeFates[];
  readonly within: readonly ShapeFates[];
} {
  const inputs = new Map<string, string>();
  for (const { operation, modelled } of operationCoverage()) {
    const shape = operationModel(operation)?.input.name;
    if (modelled && shape !== undefined) inputs.set(shape, operation);
  }
  const all = Object.entries(INPUT_FATES).map(([shape, fates]) => ({
    shape,
    ...listed(inputs.get(shape) ?? shape, fates),
  }));
  const byTitle = (one: ShapeFates, other: ShapeFates) => (one.title < other.title ? -1 : 1);
  return {
    operations: all.filter(({ shape }) => inputs.has(shape)).sort(byTitle),
    within: all.filter(({ shape }) => !inputs.has(shape)).sort(byTitle),
  };
}

function listed(title: string, { modelled, checked, refused = {}, kept = {} }: InputFates): ShapeFates {
  return {
    title,
    modelled: words(modelled),
    checked: words(checked),
    refused: explained(refused),
    kept: explained(kept),
  };
}

function words(text = ""): string[] {
  return text.split(" ").filter((word) => word !== "");
}

function explained(members: Readonly<Record<string, string>>): ExplainedMember[] {
  return Object.entries(members).map(([name, why]) => ({ name, why }));
}
