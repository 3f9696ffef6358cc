/** What must hold for every text given to the cluster query language, well meant or hostile. */
import { compileExpression, type Expression, parseExpression, printExpression } from "@quayside/simulator/placement";
import { instanceRow } from "@quayside/simulator/placement/testing";
import fc from "fast-check";
import { expect, test } from "vitest";

/** Few runs for every change; `npm run soak` asks for thousands. */
const RUNS = { numRuns: Number(process.env.QUAYSIDE_RUNS ?? 300) };
const ROW = instanceRow({
  slot: 1,
  attributes: { stack: "prod", note: 'it\'s "fine" \\ (here)' },
  tasksByGroup: { "service:web": 2 },
});

const attribute = fc.stringMatching(/^[A-Za-z0-9_.:/\\-]{1,20}$/).map((name) => ({ kind: "attribute", name }) as const);
const field = <Name extends string>(name: Name) => fc.constant({ kind: "field", name } as const);
const text = fc.oneof(fc.string({ maxLength: 12 }), fc.stringMatching(/^[a-z0-9.:-]{1,12}$/));
const order = fc.constantFrom("==", "!=", ">", ">=", "<", "<=");
const equality = fc.constantFrom("==", "!=");
const version = fc.array(fc.nat(200), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("."));
const count = fc.nat(9_999).map(String);
const date = fc.constantFrom("2018-06-18", "2018-06-18T22:28:28", "2018-06-18T22:28:28Z", "2018-06-18T22:28:28-05:30");
const pattern = fc.oneof(
  fc.constantFrom("t2.*", "(t2|t3)[.]micro", "[^a-c]{1,3}", String.raw`\d+\.x`, "(?i)prod", "", "a b|c"),
  fc.stringMatching(/^[a-z.*]?[a-z.]{0,8}$/).filter((each) => !each.startsWith("*")),
);
const words = fc.oneof(attribute, field("task:group"));
const names = fc.oneof(words, field("ec2InstanceId"));

const compare = (subject: fc.Arbitrary<unknown>, operator: fc.Arbitrary<string>, value: fc.Arbitrary<string>) =>
  fc.record({ kind: fc.constant("compare" as const), subject, operator, value });
const leaf = fc.oneof(
  compare(words, order, text),
  compare(field("ec2InstanceId"), equality, text),
  compare(field("agentConnected"), equality, fc.constantFrom("true", "false")),
  compare(field("agentVersion"), order, version),
  compare(field("runningTasksCount"), order, count),
  compare(field("registeredAt"), order, date),
  fc.record({ kind: fc.constant("exists" as const), subject: words, negated: fc.boolean() }),
  fc.record({
    kind: fc.constant("in" as const),
    subject: names,
    negated: fc.boolean(),
    values: fc.array(text, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant("matches" as const), subject: names, negated: fc.boolean(), pattern }),
);

const { expression } = fc.letrec<{ expression: unknown }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    leaf,
    fc.record({ kind: fc.constant("not"), term: tie("expression") }),
    fc.record({
      kind: fc.constantFrom("and", "or"),
      terms: fc.array(tie("expression"), { minLength: 2, maxLength: 3 }),
    }),
  ),
})) as { expression: fc.Arbitrary<Expression> };

/** Bits of the language and of trouble, thrown together. */
const HOSTILE = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "(",
        ")",
        "[",
        "]",
        "!",
        "not ",
        "and ",
        "or ",
        "&&",
        "||",
        "==",
        "=~ ",
        "in ",
        ",",
        "'",
        '"',
        "\\",
      ),
      fc.constantFrom(
        "attribute:a ",
        "task:group ",
        "agentVersion ",
        "registeredAt ",
        "exists ",
        "{1000}",
        "(a*)*",
        "[a-",
      ),
      fc.string({ maxLength: 5 }),
      fc.string({ unit: "binary", maxLength: 5 }),
    ),
    { maxLength: 300 },
  )
  .map((parts) => parts.join(""));

test("what is printed is read back as the very same tree", () => {
  fc.assert(
    fc.property(expression, (tree) => {
      const printed = printExpression(tree);
      fc.pre(printed.length <= 2_000);
      expect(parseExpression(printed)).toEqual({ ok: true, expression: tree });
    }),
    RUNS,
  );
});

test("any text is read or refused with a place inside of it, at once; what is read can be asked and printed", () => {
  fc.assert(
    fc.property(fc.oneof(HOSTILE, fc.string({ maxLength: 2_100 })), (given) => {
      const before = performance.now();
      const parsed = parseExpression(given);
      if (parsed.ok) {
        compileExpression(parsed.expression)(ROW);
        expect(parseExpression(printExpression(parsed.expression))).toEqual(parsed);
      } else {
        expect(parsed.message.length).toBeGreaterThan(5);
        expect(parsed.at).toBeGreaterThanOrEqual(0);
        expect(parsed.at).toBeLessThanOrEqual(given.length);
      }
      // Far above what any of them takes, far below what going back over a pattern would take.
      expect(performance.now() - before).toBeLessThan(2_000);
    }),
    RUNS,
  );
});

test("not turns every answer round, and the laws of de Morgan hold", () => {
  fc.assert(
    fc.property(expression, expression, (left, right) => {
      const ask = (tree: Expression) => compileExpression(tree)(ROW);
      const not = (term: Expression): Expression => ({ kind: "not", term });
      expect(ask(not(left))).toBe(!ask(left));
      expect(ask(not({ kind: "and", terms: [left, right] }))).toBe(ask({ kind: "or", terms: [not(left), not(right)] }));
    }),
    RUNS,
  );
});

test("patterns mean what JavaScript's mean, where both have them", () => {
  const atom = fc.constantFrom("a", "b", ".", "[ab]", "[^a]", String.raw`\d`, String.raw`\w`, "x");
  const { whole } = fc.letrec<{ whole: string }>((tie) => ({
    whole: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      atom,
      fc.tuple(tie("whole"), tie("whole")).map(([left, right]) => `${left}${right}`),
      fc.tuple(tie("whole"), tie("whole")).map(([left, right]) => `(${left}|${right})`),
      fc
        .tuple(tie("whole"), fc.constantFrom("*", "+", "?", "{2}", "{1,2}", "{1,}", "*?"))
        .map(([part, often]) => `(?:${part})${often}`),
    ),
  }));
  const value = fc.string({ unit: fc.constantFrom("a", "b", "x", "1"), maxLength: 8 });
  fc.assert(
    fc.property(whole, value, (regex, given) => {
      const parsed = parseExpression(`attribute:v =~ '${regex.replaceAll("\\", "\\\\")}'`);
      if (!parsed.ok) throw new Error(parsed.message);
      const row = instanceRow({ slot: 1, attributes: { v: given } });
      expect(compileExpression(parsed.expression)(row)).toBe(new RegExp(`^(?:${regex})$`).test(given));
    }),
    RUNS,
  );
});
