/**
 * What must not run, where Biome does not look: generated files hold data and nothing that runs, lessons draw no dice and
 * read no clock, and the rules that keep the simulator deterministic are switched off by no comment.
 */
import ts from "typescript";
import { GENERATED } from "./layers.ts";

interface Impurity {
  line: number;
  sentence: string;
}

/** In two parts, so that this file does not look like what it looks for. */
const SWITCHED_OFF = new RegExp(
  `biome-${"ignore"}\\S*\\s+\\S*(?:noRestrictedGlobals|noJsRestrictedProperties|noImportCycles)`,
);
const UNSTEADY = /\bMath\.random\b|\bDate\.now\b|\bnew Date\b|\bperformance\.now\b|\bcrypto\./;

/** What one file does that it must not. */
export function impurities(file: string, text: string): Impurity[] {
  return [
    ...linesWith(text, SWITCHED_OFF, "switches off a rule that everything here stands on"),
    ...(file.endsWith(".mdx")
      ? linesWith(withoutFences(text), UNSTEADY, "reads a clock or draws dice: a page is the same in every build")
      : []),
    ...(GENERATED.test(file) ? running(file, text) : []),
  ];
}

function withoutFences(text: string): string {
  return text.replaceAll(/^ *(```+|~~~+)[\s\S]*?^ *\1/gm, (fence) => fence.replaceAll(/[^\n]/g, ""));
}

function linesWith(text: string, wanted: RegExp, sentence: string): Impurity[] {
  return text.split("\n").flatMap((line, at) => (wanted.test(line) ? [{ line: at + 1, sentence }] : []));
}

/** The first thing in a generated file that is more than data: a call, a function, a name from elsewhere. */
function running(file: string, text: string): Impurity[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const own = new Set<string>();
  const collect = (node: ts.Node): void => {
    if ((ts.isVariableDeclaration(node) || ts.isImportSpecifier(node)) && ts.isIdentifier(node.name))
      own.add(node.name.text);
    ts.forEachChild(node, collect);
  };
  collect(tree);
  let first: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    if (first !== undefined || ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) return;
    if (isRunning(node, own)) first = node;
    else ts.forEachChild(node, visit);
  };
  visit(tree);
  if (first === undefined) return [];
  const line = tree.getLineAndCharacterOfPosition(first.getStart(tree)).line + 1;
  const words = first.getText(tree).split("\n", 1)[0]?.slice(0, 40);
  return [{ line, sentence: `is generated and runs "${words}": a generated file holds data and types only` }];
}

function isRunning(node: ts.Node, own: ReadonlySet<string>): boolean {
  if (ts.isFunctionLike(node) || ts.isClassLike(node)) return true;
  if (ts.isIdentifier(node)) return isValue(node) && node.text !== "undefined" && !own.has(node.text);
  return (
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isTaggedTemplateExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node)
  );
}

/** Whether a name stands for a value, and is not the name of a member or of something declared. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !(ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isTypeAliasDeclaration(parent));
}
