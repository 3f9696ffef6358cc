/**
 * Which parts of a source a test reaches: the source with a mark at the begin of each function, branch and rest of a
 * block behind a branch. A mutant belongs to the innermost region around it. It leaves out what runs when a module is
 * loaded: the imports of a test tell that.
 */
import ts from "typescript";

/** A stretch of a source that runs as one, but for exceptions. */
export interface Region {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Name of the global function that marks call. */
export const MARK = "__quaysideReached";

/** A source with marks. `first` is the number of its first region. */
export function marked(file: string, source: string, first: number): { code: string; regions: Region[] } {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const regions: Region[] = [];
  const inserted: { at: number; text: string }[] = [];
  const mark = (start: number, end: number) => {
    regions.push({ file, start, end });
    return `${MARK}(${first + regions.length - 1})`;
  };
  const statement = (start: number, end: number) => inserted.push({ at: start, text: `${mark(start, end)};` });
  const wrap = (node: ts.Node, [open, close]: readonly [string, string]) => {
    const [start, end] = [node.getStart(tree), node.getEnd()];
    inserted.push({ at: start, text: open.replace("MARK", mark(start, end)) }, { at: end, text: close });
  };
  const branch = (node: ts.Statement | undefined) => {
    if (node !== undefined && !ts.isBlock(node)) wrap(node, ["{MARK;", "}"]);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isBlock(node)) {
      statement(node.getStart(tree) + 1, node.getEnd());
      for (const [index, each] of node.statements.entries()) {
        const before = node.statements[index - 1];
        if (before !== undefined && isBranching(before)) statement(each.getStart(tree), node.getEnd());
      }
    }
    if (ts.isIfStatement(node)) {
      branch(node.thenStatement);
      branch(node.elseStatement);
    }
    if (ts.isIterationStatement(node, false)) branch(node.statement);
    if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) wrap(node.body, ["(MARK,", ")"]);
    if (ts.isConditionalExpression(node)) {
      wrap(node.whenTrue, ["(MARK,", ")"]);
      wrap(node.whenFalse, ["(MARK,", ")"]);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  // At one place the outer mark, which was made first, stands first, and closes last.
  const order = inserted.map((each, index) => ({ ...each, index }));
  order.sort((a, b) => a.at - b.at || Number(isClosing(b.text)) - Number(isClosing(a.text)) || rank(a) - rank(b));
  let code = "";
  let from = 0;
  for (const { at, text } of order) {
    code += source.slice(from, at) + text;
    from = at;
  }
  return { code: code + source.slice(from), regions };
}

function isClosing(text: string): boolean {
  return text === ")" || text === "}";
}

function rank({ text, index }: { text: string; index: number }): number {
  return isClosing(text) ? -index : index;
}

function isBranching(node: ts.Statement): boolean {
  return ts.isIfStatement(node) || ts.isIterationStatement(node, false) || ts.isTryStatement(node);
}

/** Number of the innermost region around a place, or undefined where only loading the module gets to. */
export function regionAt(regions: readonly Region[], file: string, at: number): number | undefined {
  let found: number | undefined;
  for (const [index, region] of regions.entries()) {
    if (region.file !== file || at < region.start || at >= region.end) continue;
    const best = found === undefined ? undefined : regions[found];
    if (best === undefined || region.end - region.start <= best.end - best.start) found = index;
  }
  return found;
}
