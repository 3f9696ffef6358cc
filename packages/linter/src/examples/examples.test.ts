/** Every rule has an example, and the linter says of it what its page says. */
import { expect, test } from "vitest";
import { LINT_RULES } from "../catalogue.ts";
import { checkDefinition } from "../check.ts";
import { lintText } from "../files/lint-text.ts";
import { parseJson } from "../json/parse-json.ts";
import { exampleOf } from "./index.ts";

/** Whose file it is is not known to the linter, but to the service and to the editor. */
const BY_ACCOUNT = ["secret-account"];

const foundIn = (text: string, name: string) =>
  lintText(text, name).findings.map(({ ruleId, severity }) => ({ ruleId, severity }));

function foundWithAccount(text: string) {
  const options = { accountId: "123456789012", practices: false, placeholders: "none" } as const;
  return checkDefinition(parseJson(text), options).map(({ code, severity }) => ({ ruleId: code, severity }));
}

test.each(LINT_RULES.map(({ id, severity }) => [id, severity] as const))("%s", (id, severity) => {
  const { name, fails, passes } = exampleOf(id);
  const found = BY_ACCOUNT.includes(id) ? foundWithAccount : foundIn;
  expect(found(fails, name)).toContainEqual({ ruleId: id, severity });
  expect(lintText(passes, name).kind).not.toBe("none");
  const left = found(passes, name);
  expect(left.map(({ ruleId }) => ruleId)).not.toContain(id);
  expect(left.filter((each) => each.severity === "error")).toEqual([]);
});
