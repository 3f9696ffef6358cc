/** Fixes on every mistake that the simulator's rules are tested with, and on broken texts: each mends what it is about. */
import { CASES, changed, INVALID, VALID } from "@quayside/simulator/task-definition/samples";
import { describe, expect, test } from "vitest";
import { checkDefinition } from "../check.ts";
import { applyEdits } from "../json/edit-json.ts";
import { pathText } from "../json/locate.ts";
import { parseJson } from "../json/parse-json.ts";
import type { Problem } from "../problem.ts";
import { type Fix, fixText } from "./fix.ts";
import { fixesFor } from "./index.ts";

const OPTIONS = { accountId: "123456789012", practices: true, placeholders: "none" } as const;
const check = (text: string): readonly Problem[] => checkDefinition(parseJson(text), OPTIONS);
const nameOf = ({ code, path }: Problem): string => `${code} ${pathText(path)}`;

interface Offer {
  readonly text: string;
  readonly problem: Problem;
  readonly fix: Fix;
}

function offersIn(text: string): Offer[] {
  return check(text).flatMap((problem) => fixesFor(parseJson(text), problem).map((fix) => ({ text, problem, fix })));
}

const BROKEN = [
  ...CASES.map(({ base, bad }) => changed(VALID[base], bad)),
  ...INVALID.map(({ base, changes }) => changed(VALID[base], changes)),
].map((definition) => JSON.stringify(definition, null, 2));

describe("on every mistake of the rules' own tests", () => {
  const offers = BROKEN.flatMap(offersIn);

  test("there are fixes for many rules", () => {
    expect(new Set(offers.map(({ problem }) => problem.code)).size).toBeGreaterThan(40);
  });

  test("each fix leaves JSON, mends what it is about, and keeps its promise in one line", () => {
    for (const { text, problem, fix } of offers) {
      const mended = applyEdits(text, fix.edits);
      const title = `${nameOf(problem)}: ${fixText(fix.title)}`;
      expect(parseJson(mended).problems, title).toEqual([]);
      expect(check(mended).map(nameOf), title).not.toContain(nameOf(problem));
      expect(fixText(fix.title)).not.toMatch(/\n|undefined/);
    }
  });

  test("one after the other, the first fixes end", () => {
    for (const start of BROKEN) {
      let text = start;
      for (let round = 0; round < 40; round += 1) {
        const [offer] = offersIn(text).filter(({ problem }) => problem.severity === "error");
        if (offer === undefined) break;
        expect(round, `${nameOf(offer.problem)} comes back in\n${text}`).toBeLessThan(39);
        text = applyEdits(text, offer.fix.edits);
      }
    }
  });
});

/** What a broken text becomes by the first fix of its first problem, and so on. */
function repaired(text: string): string {
  let now = text;
  for (let round = 0; round < 20; round += 1) {
    const [first] = parseJson(now).problems;
    const [fix] = first === undefined ? [] : fixesFor(parseJson(now), check(now)[0] as Problem);
    if (fix === undefined) return now;
    now = applyEdits(now, fix.edits);
  }
  return now;
}

test.each([
  ["a missing comma", '{ "family": "a"\n "cpu": "256" }', '{ "family": "a",\n "cpu": "256" }'],
  ["a comma too many", '{ "family": "a", }', '{ "family": "a" }'],
  ["single quotes", "{ 'family': 'it\\'s' }", '{ "family": "it\'s" }'],
  ["a comment", '{ "family": "a" // the name\n}', '{ "family": "a" \n}'],
  ["HCL", '{ "secrets" = [] }', '{ "secrets" : [] }'],
  ["Python's words", '{ "essential": True }', '{ "essential": true }'],
  ["a word without quotes", '{ "family": web }', '{ "family": "web" }'],
])("%s is repaired", (_name, broken, whole) => {
  expect(repaired(broken)).toBe(whole);
});

test.each([
  ['{"family":"f","containerDefinitions":[{"name":"a","imge":"nginx","memory":128}]}', "Rename imge to image"],
  [
    '{"family":"f","containerDefinitions":[{"name":"a","image":"nginx","memory":128,"executionRoleArn":"arn:aws:iam::123456789012:role/x"}]}',
    "Move executionRoleArn to the task definition",
  ],
  [
    '{"family":"f","secrets":[{"name":"A","valueFrom":"b"}],"containerDefinitions":[{"name":"a","image":"nginx","memory":128}]}',
    "Move secrets to containerDefinitions[0]",
  ],
  ['{"family":"f","cpu":256,"containerDefinitions":[{"name":"a","image":"nginx","memory":128}]}', 'Set cpu to "256"'],
  [
    '{"family":"f","containerDefinitions":[{"name":"a","image":"nginx","memory":"128"}]}',
    "Set containerDefinitions[0].memory to 128",
  ],
  [
    '{"family":"f","memory":"512","containerDefinitions":[{"name":"a","image":"nginx","environment":{"A":"b","N":1}}]}',
    'Set containerDefinitions[0].environment to [{"name":"A","value":"b"},{"name":"N","value":"1"}]',
  ],
  [
    '{"family":"f","memory":"512","containerDefinitions":[{"name":"a","image":"nginx","portMappings":{"containerPort":80}}]}',
    'Set containerDefinitions[0].portMappings to [{"containerPort":80}]',
  ],
  [
    '{"family":"f","memory":"512","requiresCompatibilities":"EC2","containerDefinitions":[{"name":"a","image":"nginx"}]}',
    'Set requiresCompatibilities to ["EC2"]',
  ],
])("%s: %s", (text, title) => {
  const titles = offersIn(text).map(({ fix }) => fixText(fix.title));
  expect(titles).toContain(title);
});

test("a value of the wrong kind is not moved, and a command line is not cut unasked", () => {
  const fixes = (text: string, id: string) => offersIn(text).filter(({ problem }) => problem.code === id);
  const container = (members: string) =>
    `{"family":"f","memory":"512","containerDefinitions":[{"name":"a","image":"nginx",${members}}]}`;
  const moved = fixes(container('"volumes":["/data:/data"]'), "unknown-parameter");
  expect(moved.map(({ fix }) => fix.title.kind)).toEqual(["remove"]);
  const [command] = fixes(container('"command":"nginx -g off"'), "invalid-type-parameter");
  expect(command?.fix).toMatchObject({ isGuess: true, title: { value: '["sh","-c","nginx -g off"]' } });
});
