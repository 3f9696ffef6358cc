/**
 * The parser of the cluster query language: recursive descent over a scanner. Refuses what AWS would have to refuse
 * later, too (an operator that the subject does not know, a date that is none), so that what it gives always compiles.
 * Simplified: words and signs are those of the Developer Guide, in small letters; what else AWS's parser takes is not
 * documented. The wording of every refusal is ours.
 */
import { valueExpected } from "./arguments.ts";
import {
  type Comparison,
  type Expression,
  type ExpressionFault,
  FIELD_OPERATORS,
  type FieldName,
  MAX_EXPRESSION_LENGTH,
  MAX_NESTING,
  OPERATOR_SIGNS,
  OPERATOR_WORDS,
  type Operator,
  operatorsOf,
  type Subject,
  subjectText,
} from "./expression.ts";
import { readPattern } from "./pattern.ts";
import { Scanner } from "./scanner.ts";

/** An expression, or the first fault in it. */
export type Parsed =
  | { readonly ok: true; readonly expression: Expression }
  | ({ readonly ok: false } & ExpressionFault);

/** Parses an expression of the cluster query language. Never throws, whatever the text. */
export function parseExpression(text: string): Parsed {
  if (text.length > MAX_EXPRESSION_LENGTH) {
    const message = `An expression can have at most ${MAX_EXPRESSION_LENGTH} characters; this one has ${text.length}.`;
    return { ok: false, at: MAX_EXPRESSION_LENGTH, message };
  }
  const scanner = new Scanner(text);
  const expression = parseOr(scanner, 0);
  if (expression !== undefined && !scanner.ended) scanner.expected("and, or, or the end");
  if (expression !== undefined && scanner.fault === undefined) return { ok: true, expression };
  return { ok: false, ...(scanner.fault as ExpressionFault) };
}

/** What is wrong with an expression, in one sentence that counts characters from 1, as people do. */
export function faultSentence({ at, message }: ExpressionFault): string {
  return `At character ${at + 1}: ${message}`;
}

function parseOr(scanner: Scanner, depth: number): Expression | undefined {
  return parseTerms(scanner, depth, { kind: "or", word: "or", sign: "||" }, parseAnd);
}

function parseAnd(scanner: Scanner, depth: number): Expression | undefined {
  return parseTerms(scanner, depth, { kind: "and", word: "and", sign: "&&" }, parseNot);
}

interface Joint {
  readonly kind: "and" | "or";
  readonly word: string;
  readonly sign: string;
}

type Parser = (scanner: Scanner, depth: number) => Expression | undefined;

function parseTerms(scanner: Scanner, depth: number, { kind, word, sign }: Joint, parseTerm: Parser) {
  const first = parseTerm(scanner, depth);
  if (first === undefined) return undefined;
  const terms = [first];
  while (scanner.takeSign(sign) || scanner.takeWord(word)) {
    const term = parseTerm(scanner, depth);
    if (term === undefined) return undefined;
    terms.push(term);
  }
  return terms.length === 1 ? first : { kind, terms };
}

function parseNot(scanner: Scanner, depth: number): Expression | undefined {
  const at = scanner.next;
  if (depth > MAX_NESTING) return scanner.wrong(`Parentheses and not can be nested ${MAX_NESTING} deep.`, at);
  if (scanner.takeWord("not") || scanner.takeSign("!")) {
    const term = parseNot(scanner, depth + 1);
    return term && { kind: "not", term };
  }
  if (!scanner.takeSign("(")) return parseTest(scanner);
  const inner = parseOr(scanner, depth + 1);
  if (inner === undefined) return undefined;
  return scanner.takeSign(")") ? inner : scanner.expected("and, or, or )");
}

function parseTest(scanner: Scanner): Expression | undefined {
  const subject = parseSubject(scanner);
  if (subject === undefined) return undefined;
  const at = scanner.next;
  const operator = parseOperator(scanner);
  if (operator === undefined) return undefined;
  const known = operatorsOf(subject);
  if (known.includes(operator)) return parseArgument(scanner, subject, operator);
  return scanner.wrong(`${subjectText(subject)} does not know ${operator}; it knows ${known.join(" ")}.`, at);
}

function parseSubject(scanner: Scanner): Subject | undefined {
  const at = scanner.next;
  const word = scanner.takeSubject();
  if (word === "") return scanner.expected("A subject such as attribute:NAME or runningTasksCount", at);
  if (Object.hasOwn(FIELD_OPERATORS, word)) return { kind: "field", name: word as FieldName };
  if (!word.startsWith("attribute:")) {
    const similar = Object.keys(FIELD_OPERATORS).find((name) => name.toLowerCase() === word.toLowerCase());
    const known = similar ?? `${Object.keys(FIELD_OPERATORS).join(", ")} or attribute:NAME`;
    return scanner.wrong(
      `${word} is no subject; ${similar === undefined ? "write" : "did you mean"} ${known}${similar === undefined ? "." : "?"}`,
      at,
    );
  }
  const name = word.slice("attribute:".length);
  if (name === "") return scanner.wrong("attribute: needs the name of an attribute right behind it.", at);
  return { kind: "attribute", name };
}

function parseOperator(scanner: Scanner): Operator | undefined {
  for (const sign of OPERATOR_SIGNS) {
    const isWordy = sign === "!exists" || sign === "!in";
    if (isWordy ? scanner.takeWord(sign) : scanner.takeSign(sign)) return sign;
  }
  const at = scanner.next;
  const word = scanner.takeOperatorWord();
  const operator = OPERATOR_WORDS.get(word);
  if (operator !== undefined) return operator;
  if (word === "" && scanner.takeSign("=")) return scanner.wrong("Equality is written ==, with two signs.", at);
  return scanner.expected("An operator such as ==, =~, in or exists", at);
}

function parseArgument(scanner: Scanner, subject: Subject, operator: Operator): Expression | undefined {
  switch (operator) {
    case "exists":
    case "!exists":
      return { kind: "exists", subject, negated: operator === "!exists" };
    case "in":
    case "!in": {
      const values = parseList(scanner, subject);
      return values && { kind: "in", subject, negated: operator === "!in", values };
    }
    case "=~":
    case "!~": {
      const pattern = parsePattern(scanner);
      return pattern === undefined ? undefined : { kind: "matches", subject, negated: operator === "!~", pattern };
    }
    default: {
      const value = parseValue(scanner, subject);
      return value === undefined ? undefined : { kind: "compare", subject, operator: operator as Comparison, value };
    }
  }
}

function parseValue(scanner: Scanner, subject: Subject): string | undefined {
  const at = scanner.next;
  const value = scanner.takeValue();
  if (value === undefined) return undefined;
  const expected = valueExpected(subject, value);
  return expected === undefined ? value : scanner.wrong(`${subjectText(subject)} needs ${expected}.`, at);
}

function parseList(scanner: Scanner, subject: Subject): readonly string[] | undefined {
  if (!scanner.takeSign("[")) return scanner.expected("A list such as [a, b]");
  const values: string[] = [];
  do {
    const value = parseValue(scanner, subject);
    if (value === undefined) return undefined;
    values.push(value);
  } while (scanner.takeSign(","));
  return scanner.takeSign("]") ? values : scanner.expected(", or ]");
}

function parsePattern(scanner: Scanner): string | undefined {
  const at = scanner.next;
  const pattern = scanner.takePattern();
  if (pattern === undefined) return undefined;
  const read = readPattern(pattern);
  return read.ok ? pattern : scanner.wrong(`The regular expression cannot be used: ${read.message}`, at);
}
