/** Files beside definitions: inputs of other operations, which the rules of task definitions are not about. */
import type { JsonNode } from "./json/parse-json.ts";

/** Members that RegisterTaskDefinition does not have and the inputs of running and serving operations do. */
const OF_OTHERS = ["cluster", "serviceName", "launchType", "networkConfiguration", "desiredCount"];

/** True when the object is the input of RunTask, CreateService and their like. */
export function isOtherInput(root: JsonNode | undefined): boolean {
  const keys = new Set(root?.children.map(({ key }) => key?.text));
  return OF_OTHERS.some((name) => keys.has(name)) && !keys.has("containerDefinitions");
}
