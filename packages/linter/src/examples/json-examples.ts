/** Texts that are no JSON or YAML, one for each fault, and the same mended. */
import { DEEPEST_NESTING, LONGEST_TEXT } from "../json/parse-json.ts";
import type { RuleExample } from "./rule-example.ts";

const WHOLE = `{
  "family": "web",
  "memory": "512",
  "containerDefinitions": [{ "name": "web", "image": "nginx:1.29" }]
}
`;

/** The whole text with a piece of it replaced. */
function broken(piece: string, by: string, passes: string = WHOLE): RuleExample {
  return { name: "task.json", fails: passes.replace(piece, by), passes };
}

const WITH_COMMAND = WHOLE.replace('"nginx:1.29"', '"nginx:1.29", "command": ["a\\\\tb"]');

export const JSON_EXAMPLES: Readonly<Record<string, RuleExample>> = {
  "json-bad-control-character": broken("a\\\\tb", "a\tb", WITH_COMMAND),
  "json-bad-escape": broken("a\\\\tb", "a\\d", WITH_COMMAND),
  "json-bad-number": broken('"nginx:1.29"', '"nginx:1.29", "stopTimeout": 05'),
  "json-bad-word": broken('"512"', "half"),
  "json-comment": broken('"512",', '"512", // half a GiB'),
  "json-duplicate-key": broken('"memory": "512",', '"memory": "256",\n  "memory": "512",'),
  "json-empty": broken(WHOLE, ""),
  "json-expected-colon": broken('"family":', '"family"'),
  "json-expected-comma": broken('"web",\n', '"web"\n'),
  "json-expected-key": broken('"memory":', "[1],"),
  "json-expected-value": broken('"512"', ""),
  "json-extra-text": broken("]\n}", "]\n} done"),
  "json-single-quotes": broken('"512"', "'512'"),
  "json-stray-closer": broken("}]\n", "}]]\n"),
  "json-too-deep": broken('"512"', `${"[".repeat(DEEPEST_NESTING + 1)}1${"]".repeat(DEEPEST_NESTING + 1)}`),
  "json-too-large": broken('"512"', `"${"5".repeat(LONGEST_TEXT)}"`),
  "json-trailing-comma": broken("}]\n", "}],\n"),
  "json-unclosed": broken("}]\n", "}\n"),
  "json-unterminated-string": broken('"web",\n', '"web,\n'),
  yaml: {
    name: "task.yaml",
    fails: 'family: web\nmemory: "512\ncontainerDefinitions:\n  - name: web\n    image: nginx:1.29\n',
    passes: 'family: web\nmemory: "512"\ncontainerDefinitions:\n  - name: web\n    image: nginx:1.29\n',
  },
};
