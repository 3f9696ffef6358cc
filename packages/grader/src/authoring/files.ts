/** Editor tabs of labs: all that a lab which runs no command needs from here. */
import type { LabFile } from "../lab.ts";

/** An editor tab with a value as JSON, two spaces deep. */
export function jsonFile(name: string, value: unknown): LabFile {
  return { name, text: `${JSON.stringify(value, null, 2)}\n` };
}

/** An editor tab with any text: a broken definition need not be JSON. */
export function textFile(name: string, text: string): LabFile {
  return { name, text };
}
