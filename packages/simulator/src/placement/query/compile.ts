/**
 * Makes a predicate over container instances from an expression: everything that can be done once is done here, so that
 * asking five thousand instances costs little.
 *
 * What an expression means where the Developer Guide is silent. An attribute that is missing satisfies only `!exists`;
 * `!=`, `!in` and `!~` ask for an attribute with another value (the guide's own example says so), `not(...)` does not.
 * Simplified: `task:group` holds one group for every task; `==` asks whether any of them fits, `!=` whether there are tasks
 * and none of them fits. `<` and `>` on text compare numbers as numbers and everything else letter by letter.
 */

import { assert } from "../../kernel/assert.ts";
import { readDate } from "../../model/calendar.ts";
import type { ContainerInstanceRow } from "../../model/container-instances.ts";
import { DEFAULT_PLACE } from "../../model/place.ts";
import { compareVersions, readCount, readVersion } from "./arguments.ts";
import type { Comparison, Expression, Subject, Test } from "./expression.ts";
import { readPattern } from "./pattern.ts";

/** Whether a container instance satisfies an expression. */
export type InstancePredicate = (row: ContainerInstanceRow) => boolean;

/**
 * Compiles an expression that `parseExpression` gave.
 * @param startsAtMs when the world begins, in milliseconds since 1970: dates are compared with moments of it
 */
export function compileExpression(expression: Expression, startsAtMs = DEFAULT_PLACE.startsAtMs): InstancePredicate {
  switch (expression.kind) {
    case "and": {
      const terms = expression.terms.map((term) => compileExpression(term, startsAtMs));
      return (row) => terms.every((term) => term(row));
    }
    case "or": {
      const terms = expression.terms.map((term) => compileExpression(term, startsAtMs));
      return (row) => terms.some((term) => term(row));
    }
    case "not": {
      const term = compileExpression(expression.term, startsAtMs);
      return (row) => !term(row);
    }
    default:
      return compileTest(expression, startsAtMs);
  }
}

function compileTest(test: Test, startsAtMs: number): InstancePredicate {
  const { subject } = test;
  if (test.kind === "compare" && subject.kind === "field") {
    if (subject.name === "agentVersion") return compareAgentVersion(test.operator, test.value);
    if (subject.name === "runningTasksCount") {
      const wanted = readCount(test.value) as number;
      return (row) => isIn(test.operator, row.runningTasksCount - wanted);
    }
    if (subject.name === "registeredAt") {
      const wanted = readDate(test.value) as number;
      // An argument has whole seconds, so the moment of registration counts in whole seconds, too.
      return (row) => isIn(test.operator, Math.floor((startsAtMs + row.spec.registeredAtMs) / 1000) - wanted);
    }
  }
  if (subject.kind === "field" && subject.name === "task:group") return compileGroupTest(test);
  const read = readerOf(subject);
  if (test.kind === "exists") return (row) => (read(row) === undefined) === test.negated;
  const { accepts, negated } = compileValueTest(test);
  return (row) => {
    const value = read(row);
    return value !== undefined && (value !== null && accepts(value)) !== negated;
  };
}

function compareAgentVersion(operator: Comparison, value: string): InstancePredicate {
  const wanted = readVersion(value) as readonly number[];
  const accepts = remembering((version) => isIn(operator, compareVersions(readVersion(version) ?? [], wanted)));
  return (row) => accepts(row.agentVersion);
}

/** The groups of tasks on an instance are several values: one of them must fit, or, negated, none of several. */
function compileGroupTest(test: Test): InstancePredicate {
  if (test.kind === "exists") return (row) => hasGroup(row, () => true) !== test.negated;
  if (test.kind === "compare" && test.operator === "==") return (row) => countOf(row, test.value) > 0;
  const { accepts, negated } = compileValueTest(test);
  return (row) => (negated ? hasGroup(row, () => true) && !hasGroup(row, accepts) : hasGroup(row, accepts));
}

function hasGroup({ tasksByGroup }: ContainerInstanceRow, accepts: (group: string) => boolean): boolean {
  for (const group of Object.keys(tasksByGroup)) if ((tasksByGroup[group] as number) > 0 && accepts(group)) return true;
  return false;
}

/** Tasks of a group that are meant to run on an instance. Groups are free text: `constructor` is a group like others. */
export function countOf({ tasksByGroup }: ContainerInstanceRow, group: string): number {
  const count: unknown = tasksByGroup[group];
  return typeof count === "number" ? count : 0;
}

/** Value of an attribute: null for one without a value, undefined when the instance does not have it. */
export function attributeOf({ attributes }: ContainerInstanceRow, name: string): string | null | undefined {
  const value: unknown = attributes[name];
  return typeof value === "string" || value === null ? value : undefined;
}

type Reader = (row: ContainerInstanceRow) => string | null | undefined;

function readerOf(subject: Subject): Reader {
  if (subject.kind === "attribute") return (row) => attributeOf(row, subject.name);
  if (subject.name === "ec2InstanceId") return (row) => row.spec.ec2InstanceId;
  assert(subject.name === "agentConnected", `${subject.name} is not read as text`);
  return (row) => (row.agentConnected ? "true" : "false");
}

interface ValueTest {
  readonly accepts: (value: string) => boolean;
  readonly negated: boolean;
}

function compileValueTest(test: Exclude<Test, { kind: "exists" }>): ValueTest {
  if (test.kind === "in") {
    const values = new Set(test.values);
    return { accepts: (value) => values.has(value), negated: test.negated };
  }
  if (test.kind === "matches") return { accepts: remembering(matcherOf(test.pattern)), negated: test.negated };
  const { operator, value: wanted } = test;
  if (operator === "==" || operator === "!=")
    return { accepts: (value) => value === wanted, negated: operator === "!=" };
  return { accepts: (value) => isIn(operator, compareTexts(value, wanted)), negated: false };
}

/** Answers kept by one test of one expression. */
const MEMORY = 1_024;

/** Asks each value once: a thousand instances have few types, zones and versions. */
function remembering(ask: (value: string) => boolean): (value: string) => boolean {
  const answers = new Map<string, boolean>();
  return (value) => {
    let answer = answers.get(value);
    if (answer === undefined) {
      answer = ask(value);
      if (answers.size < MEMORY) answers.set(value, answer);
    }
    return answer;
  };
}

function matcherOf(pattern: string): (value: string) => boolean {
  const read = readPattern(pattern);
  assert(read.ok, () => `the pattern ${pattern} was not checked`);
  return read.matches;
}

function isIn(operator: Comparison, difference: number): boolean {
  switch (operator) {
    case "==":
      return difference === 0;
    case "!=":
      return difference !== 0;
    case ">":
      return difference > 0;
    case ">=":
      return difference >= 0;
    case "<":
      return difference < 0;
    case "<=":
      return difference <= 0;
  }
}

const NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/;

function compareTexts(left: string, right: string): number {
  if (NUMBER.test(left) && NUMBER.test(right)) return Number(left) - Number(right);
  return left < right ? -1 : left > right ? 1 : 0;
}
