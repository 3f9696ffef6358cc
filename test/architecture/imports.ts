/**
 * Every import of a source file, found in its syntax tree: static, type-only, re-exported, dynamic, and `import("x")`
 * in a type. In .astro files the front matter and the scripts are read, in .mdx files the lines before the prose. It
 * leaves out imports whose name is computed, and `import.meta.glob`, which loads content and not code of a layer.
 */
import ts from "typescript";

/** One import: what is written between the quotes, and the line (from 1). */
export interface Import {
  specifier: string;
  line: number;
}

/** The imports of a file in the order of the text. `path` only tells the kind of file. */
export function importsOf(path: string, text: string): Import[] {
  return codeOf(path, text).flatMap(({ code, firstLine }) => {
    const tree = ts.createSourceFile(path.replace(/\.(astro|mdx)$/, ".ts"), code, ts.ScriptTarget.Latest, true);
    const found: Import[] = [];
    const visit = (node: ts.Node): void => {
      const specifier = specifierOf(node);
      if (specifier) {
        const line = firstLine + tree.getLineAndCharacterOfPosition(node.getStart(tree)).line;
        found.push({ specifier: specifier.text, line });
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return found;
  });
}

/** The name that a node imports, when it is an import at all. */
function specifierOf(node: ts.Node): ts.StringLiteralLike | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier);
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal) : undefined;
  if (ts.isExternalModuleReference(node)) return literal(node.expression);
  if (ts.isCallExpression(node) && isLoader(node.expression)) return literal(node.arguments[0]);
  return undefined;
}

function isLoader(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require");
}

function literal(node: ts.Node | undefined): ts.StringLiteralLike | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node : undefined;
}

/** The parts of a file that are code. */
function codeOf(path: string, text: string): { code: string; firstLine: number }[] {
  if (path.endsWith(".mdx")) return [{ code: keepLines(text, /^(import|export)\b/), firstLine: 1 }];
  if (!path.endsWith(".astro")) return [{ code: text, firstLine: 1 }];
  const blocks = [...text.matchAll(/^---\r?\n([\s\S]*?)^---/gm)].slice(0, 1);
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)];
  return [...blocks, ...scripts].map((match) => {
    const code = match[1] as string;
    const before = text.slice(0, match.index + match[0].indexOf(code));
    return { code, firstLine: before.split("\n").length };
  });
}

/** The text with every other line emptied, so that line numbers stay. */
function keepLines(text: string, wanted: RegExp): string {
  return text
    .split("\n")
    .map((line) => (wanted.test(line) ? line : ""))
    .join("\n");
}
