/**
 * Everything by which a source file reaches another one, found in its syntax tree: imports of every kind, types and
 * re-exports included, directives, JSDoc, addresses beside the file, workers, globs, and what names its target only while
 * it runs. What the target is, and whether it may be reached, is for check-layers.ts to say.
 */
import ts from "typescript";
import { codeParts } from "./code-parts.ts";

/** One reach for another file, and the line (from 1). */
export interface Import {
  /** `import`: a name; `address`: a file or folder beside this one; `glob`: a pattern; `computed`: nobody can tell. */
  how: "import" | "address" | "glob" | "computed";
  /** What is written between the quotes; for `computed` the words of the code. */
  specifier: string;
  line: number;
}

type Found = Omit<Import, "line">;

/** What a file reaches for, in the order of the text. `path` only tells the kind of file. */
export function importsOf(path: string, text: string): Import[] {
  return codeParts(path, text).flatMap(({ code, firstLine }) => {
    const tree = ts.createSourceFile(path.replace(/\.(astro|mdx|html)$/, ".ts"), code, ts.ScriptTarget.Latest, true);
    const found: Import[] = [];
    const add = (at: number, what: Found) =>
      found.push({ ...what, line: firstLine + tree.getLineAndCharacterOfPosition(at).line });
    for (const { pos, specifier } of namedInComments(tree, code)) add(pos, { how: "import", specifier });
    const visit = (node: ts.Node): void => {
      const what = reachOf(node);
      if (what) add(node.getStart(tree), what);
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return found;
  });
}

/** Directives at the head (`/// <reference ...>`), and types that JSDoc takes from elsewhere. */
function namedInComments(tree: ts.SourceFile, code: string): { pos: number; specifier: string }[] {
  const directives = [
    ...tree.referencedFiles.map(({ pos, fileName }) => ({ pos, specifier: relative(fileName) })),
    ...tree.typeReferenceDirectives.map(({ pos, fileName }) => ({ pos, specifier: fileName })),
    ...tree.libReferenceDirectives.map(({ pos, fileName }) => ({ pos, specifier: `lib:${fileName}` })),
  ];
  const inComments = [...code.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(({ 0: comment, index }) => [
    ...at(index, comment, /\{[^\n]*?\bimport\(\s*["'`]([^"'`]+)/g),
    ...at(index, comment, /@import\b[^"'@]*["']([^"']+)["']/g),
    ...at(index, comment, /@jsxImportSource\s+(\S+)/g),
  ]);
  return [...directives, ...inComments];
}

function at(index: number, comment: string, pattern: RegExp): { pos: number; specifier: string }[] {
  return [...comment.matchAll(pattern)].map((match) => ({ pos: index + match.index, specifier: match[1] as string }));
}

/** A path in a directive needs no dot in front. */
function relative(path: string): string {
  return /^[./]/.test(path) ? path : `./${path}`;
}

/** What a node reaches for, when it reaches at all. */
function reachOf(node: ts.Node): Found | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return named(node.moduleSpecifier);
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? named(node.argument.literal) : undefined;
  if (ts.isExternalModuleReference(node)) return named(node.expression);
  if (ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name))
    return node.name.text.includes("*") ? undefined : named(node.name);
  if (ts.isCallExpression(node)) return callReach(node);
  if (ts.isNewExpression(node)) return newReach(node);
  if (ts.isMetaProperty(node)) return metaReach(node);
  if (ts.isPropertyAccessExpression(node) && node.name.text === "getBuiltinModule") return computed(node);
  return undefined;
}

const TEST_LOADERS = /^vi\.(?:mock|doMock|importActual|importMock)$/;

function callReach(node: ts.CallExpression): Found | undefined {
  const callee = node.expression;
  const name = callee.getText();
  const isImport = callee.kind === ts.SyntaxKind.ImportKeyword;
  if (isImport || /^(?:module\.)?require(?:\.resolve)?$/.test(name) || TEST_LOADERS.test(name))
    return named(node.arguments[0]) ?? computed(node);
  if (name === "import.meta.glob") return globReach(node);
  if (name === "createRequire" || name.endsWith(".createRequire") || name === "eval" || name === "Function")
    return computed(node);
  if (name === "importScripts" || name.endsWith(".addModule")) return threadReach(node);
  return undefined;
}

function newReach(node: ts.NewExpression): Found | undefined {
  const name = node.expression.getText();
  if (name === "Function") return computed(node);
  if (/^(?:\w+\.)?(?:Shared)?Worker$/.test(name)) return threadReach(node);
  if (name !== "URL" || !/^import\.meta\.(?:url|filename|dirname)$/.test(node.arguments?.[1]?.getText() ?? ""))
    return undefined;
  const path = literal(node.arguments?.[0]);
  return path === undefined ? computed(node) : { how: "address", specifier: relative(path.text) };
}

/** A thread's file: a name, or an address that is found by itself. */
function threadReach(node: ts.CallExpression | ts.NewExpression): Found | undefined {
  const first = node.arguments?.[0];
  const path = literal(first);
  if (path) return { how: "address", specifier: relative(path.text) };
  return first && ts.isNewExpression(first) && newReach(first) ? undefined : computed(node);
}

function globReach(node: ts.CallExpression): Found {
  const first = node.arguments[0];
  const pattern = literal(first);
  return pattern === undefined ? computed(node) : { how: "glob", specifier: pattern.text };
}

/** `import.meta.url` by itself, outside of `new URL("...", import.meta.url)`, is a base for any address. */
function metaReach(node: ts.MetaProperty): Found | undefined {
  const access = node.parent;
  if (node.keywordToken !== ts.SyntaxKind.ImportKeyword || !ts.isPropertyAccessExpression(access)) return undefined;
  if (!["url", "filename", "dirname", "resolve"].includes(access.name.text)) return undefined;
  const user = access.parent;
  if (ts.isNewExpression(user) && user.arguments?.[1] === access) return undefined;
  return { how: "address", specifier: "./" };
}

function named(node: ts.Node | undefined): Found | undefined {
  const text = literal(node)?.text;
  return text === undefined ? undefined : { how: "import", specifier: text };
}

function computed(node: ts.Node): Found {
  return { how: "computed", specifier: node.getText().replaceAll(/\s+/g, " ").slice(0, 60) };
}

function literal(node: ts.Node | undefined): ts.StringLiteralLike | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node : undefined;
}
