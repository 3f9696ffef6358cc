/** Writes an expression of the cluster query language as text that the parser reads back as the very same tree. */
import { type Expression, subjectText, type Test } from "./expression.ts";

const PLAIN_VALUE = /^[A-Za-z0-9_.:/@+-]+$/;
const PLAIN_PATTERN = /^[A-Za-z0-9_.:/@+*?-]+$/;

/** The shortest usual spelling of an expression: signs for operators, parentheses only where they are needed. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case "or":
      return expression.terms
        .map((term) => (term.kind === "or" ? inParentheses(term) : printExpression(term)))
        .join(" or ");
    case "and":
      return expression.terms
        .map((term) => (isJoint(term) ? inParentheses(term) : printExpression(term)))
        .join(" and ");
    case "not":
      return expression.term.kind === "not"
        ? `not ${printExpression(expression.term)}`
        : `not${inParentheses(expression.term)}`;
    default:
      return printTest(expression);
  }
}

function printTest(test: Test): string {
  const subject = subjectText(test.subject);
  switch (test.kind) {
    case "compare":
      return `${subject} ${test.operator} ${written(test.value, PLAIN_VALUE)}`;
    case "exists":
      return `${subject} ${test.negated ? "!exists" : "exists"}`;
    case "in":
      return `${subject} ${test.negated ? "!in" : "in"} [${test.values.map((value) => written(value, PLAIN_VALUE)).join(", ")}]`;
    case "matches":
      return `${subject} ${test.negated ? "!~" : "=~"} ${written(test.pattern, PLAIN_PATTERN)}`;
  }
}

function isJoint({ kind }: Expression): boolean {
  return kind === "and" || kind === "or";
}

function inParentheses(expression: Expression): string {
  return `(${printExpression(expression)})`;
}

/** Bare where it can be, else in quotes. */
function written(value: string, plain: RegExp): string {
  return plain.test(value) ? value : `'${value.replaceAll(/[\\']/g, (letter) => `\\${letter}`)}'`;
}
