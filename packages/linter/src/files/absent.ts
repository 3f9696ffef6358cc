/** Members that a file of some kind leaves out because somebody else fills them in. */
import type { JsonNode } from "../json/parse-json.ts";

/** A member that is not known, without a width in the text. */
export function absent(parent: JsonNode, name: string): JsonNode {
  const place = { start: parent.start, end: parent.start };
  return {
    kind: "unknown",
    value: undefined,
    ...place,
    parent,
    key: { text: name, ...place },
    index: -1,
    children: [],
  };
}
