/** @quayside/linter/json: JSON as text, with positions. Knows nothing of Amazon ECS. */
export { closest } from "./closest.ts";
export { addMember, applyEdits, removeNode, renameKey, replaceValue, type TextEdit } from "./edit-json.ts";
export { FAULT_TEXTS, faultId } from "./fault-texts.ts";
export { formatJson } from "./format-json.ts";
export { LineIndex, type Position } from "./lines.ts";
export { headOf, type JsonPath, nodeAround, nodeAt, type Place, pathAt, pathOf, pathText, placeOf } from "./locate.ts";
export { type JsonDocument, type JsonKind, type JsonNode, LONGEST_TEXT, parseJson } from "./parse-json.ts";
export { plainValue } from "./plain-value.ts";
export { type Dialect, type JsonProblem, type JsonProblemCode, nextToken, type Token } from "./scan-json.ts";
export { type ValueSlot, valueSlot } from "./value-slot.ts";
