/**
 * Writes the simulator's types of AWS's operations from src/generated/. Run after generate-model.ts, or when what is kept
 * of the model has changed: `node packages/api/src/generate/generate-types.ts`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { simulatorTypes, TYPES_FOLDER } from "./simulator-types.ts";

const folder = join(import.meta.dirname, "../../../..", TYPES_FOLDER);
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(simulatorTypes())) writeFileSync(join(folder, name), text);
