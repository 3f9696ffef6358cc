/** Operations of a service that looks at every input in the same way before it does anything. */
import type { Cloud } from "../model/cloud.ts";
import type { Refusal } from "../model/refusal.ts";
import type { OperationEntry } from "./operation.ts";

type Problem = (operation: string, input: Readonly<Record<string, unknown>>, sim: Cloud) => Refusal | undefined;

/** The same table, with every call looked at first. @param problemOf why a call is refused; undefined when nothing is wrong */
export function withChecks<Table extends Readonly<Record<string, OperationEntry>>>(
  table: Table,
  problemOf: Problem,
): Table {
  const entries = Object.entries(table).map(([operation, entry]): [string, OperationEntry] => {
    if (!entry.modelled) return [operation, entry];
    const run = (sim: Cloud, input: never) => problemOf(operation, input, sim) ?? entry.run(sim, input);
    return [operation, { ...entry, run }];
  });
  return Object.fromEntries(entries) as Table;
}
