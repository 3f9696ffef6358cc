/**
 * The conventions that a program can check in one file at a time: each rule takes a path and a text and answers with
 * sentences. What needs the whole program (docstrings behind re-exports) is in docstrings.ts; what Biome checks
 * (names of TypeScript files, length of functions, focused tests) is not repeated here.
 */
import ts from "typescript";

/** One place that breaks a convention. `line` counts from 1. */
export interface Finding {
  rule: string;
  file: string;
  line: number;
  sentence: string;
}

type Rule = (path: string, text: string) => { line: number; sentence: string }[];

const LONGEST_FILE_LINES = 400;
const LONG_FILE_LINES = 300;
const CODE = /\.(ts|mts|mjs|js)$/;
const VAGUE_NAME = /(?:^|[/-])(?:utils?|helpers?|common|misc|managers?|stuff)(?=[/.-])/;
const UNFINISHED = /\b(?:TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b/;
const MACHINE_PATH =
  /(?<![\w.])\/(?:work\/(?:main|shared)|home\/\w|Users\/\w|root\/)|\.\.\/shared\/(?:design|reference)/;
const QUIET_TESTS = new Set(["only", "skip", "todo", "fails", "skipIf", "runIf"]);

/** The rules by name; the names appear in the messages. */
export const RULES: Readonly<Record<string, Rule>> = {
  "opening-comment": openingComment,
  "file-length": fileLength,
  "kebab-case": kebabCase,
  "telling-name": tellingName,
  unfinished,
  "quiet-test": quietTest,
  "machine-path": machinePath,
  "cited-constant": citedConstant,
};

/** What one file breaks. */
export function tidy(path: string, text: string): Finding[] {
  return Object.entries(RULES).flatMap(([rule, check]) =>
    check(path, text).map((found) => ({ rule, file: path, ...found })),
  );
}

/** Source files open with a comment that says what they model and what they leave out. */
function openingComment(path: string, text: string) {
  if (!/\.(ts|mts|mjs|js|css|astro)$/.test(path)) return [];
  const start = text.replace(/^#!.*\n/, "").replace(path.endsWith(".astro") ? /^---\s*\n/ : "", "");
  if (/^\s*(?:\/\*|\/\/|<!--)/.test(start)) return [];
  return [{ line: 1, sentence: "opens without a comment: say in one to three sentences what it is and leaves out" }];
}

function fileLength(path: string, text: string) {
  if (!/\.(ts|mts|mjs|js|css|astro)$/.test(path)) return [];
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  if (lines > LONGEST_FILE_LINES) return [{ line: lines, sentence: `has ${lines} lines: split it, 400 is the wall` }];
  if (lines <= LONG_FILE_LINES || /\b(?:long|lines)\b/i.test(headerOf(text))) return [];
  return [{ line: 1, sentence: `has ${lines} lines: split it, or say in its header why it is long` }];
}

/** The first comment of a file, consecutive `//` lines together. */
function headerOf(text: string): string {
  return /^(?:#!.*\n)?(?:---\s*\n)?\s*(\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?:\/\/.*\n)+)/.exec(text)?.[1] ?? "";
}

/** Folders and files are kebab-case; `[...slug]` and `404` are Astro's, capitals belong to files that hosts know. */
function kebabCase(path: string) {
  const wrong = path
    .split("/")
    .filter(
      (part) =>
        !/^(?:\.?[a-z0-9]+(?:[-.][a-z0-9]+)*|\[(?:\.\.\.)?[a-z-]+\](?:\.[a-z]+)*|(?:README|SPEC)\.md|NOTICE|LICENSE)$/.test(
          part,
        ),
    );
  return wrong.map((part) => ({ line: 1, sentence: `"${part}" is not kebab-case` }));
}

function tellingName(path: string) {
  if (!VAGUE_NAME.test(path)) return [];
  return [{ line: 1, sentence: "has a name that says nothing: name the file after what it does" }];
}

function unfinished(path: string, text: string) {
  if (!/\.(ts|mts|mjs|js|css|astro|mdx|md)$/.test(path)) return [];
  return linesWith(text, UNFINISHED, "is marked as unfinished: finish it, or open an issue and say what is left out");
}

/** A skipped test is a promise that nobody keeps; `npm test` counts it as failed as well. */
function quietTest(path: string, text: string) {
  if (!path.endsWith(".test.ts")) return [];
  return nodesOf(path, text).flatMap(({ node, line }) => {
    if (!ts.isPropertyAccessExpression(node) || !QUIET_TESTS.has(node.name.text)) return [];
    if (!/^(?:test|it|describe)\b/.test(node.expression.getText())) return [];
    return [{ line, sentence: `uses ${node.getText()}: make the test run, or delete it` }];
  });
}

function machinePath(_path: string, text: string) {
  return linesWith(text, MACHINE_PATH, "names a folder of one machine: use a path inside of the repository");
}

/** Each exported constant of the model says where its number comes from, or that it is ours. */
function citedConstant(path: string, text: string) {
  if (!/^packages\/simulator\/src\/model\/.*(?<!\.test)\.ts$/.test(path)) return [];
  return nodesOf(path, text).flatMap(({ node, line }) => {
    if (!ts.isVariableStatement(node)) return [];
    if (!node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) return [];
    const comment = text.slice(node.getFullStart(), node.getStart());
    if (/@source\s+\S|\bOurs:/.test(comment)) return [];
    return node.declarationList.declarations
      .map((declaration) => declaration.name.getText())
      .filter((name) => /^[A-Z][A-Z0-9_]+$/.test(name))
      .map((name) => ({ line, sentence: `${name} has no "@source ... (checked DATE)" and is not marked "Ours:"` }));
  });
}

function linesWith(text: string, wanted: RegExp, sentence: string) {
  return text.split("\n").flatMap((line, at) => (wanted.test(line) ? [{ line: at + 1, sentence }] : []));
}

/** Every node of a TypeScript or JavaScript file with its line; none for other files. */
function nodesOf(path: string, text: string): { node: ts.Node; line: number }[] {
  if (!CODE.test(path)) return [];
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const nodes: { node: ts.Node; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push({ node, line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1 });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return nodes;
}
