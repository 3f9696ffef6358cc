/**
 * The slips that the mutation run makes, found in the syntax tree of a source: a condition turned round, a call
 * forgotten, a neighbour of the same type taken. Types come from the compiler, so that a swapped field or state is one
 * that the type check would let pass. It leaves out texts for readers, types, and imports.
 */
import ts from "typescript";
import type { Mutant } from "./mutant.ts";

type Edit = Pick<Mutant, "kind" | "start" | "end" | "text">;
/** Gives the texts that may stand in a node's place. */
type Slip = (node: ts.Node, tools: Tools) => readonly string[];
interface Tools {
  readonly checker: ts.TypeChecker;
  readonly text: (node: ts.Node) => string;
}

const OTHER_OPERATOR: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    "<": ["<=", ">"],
    "<=": ["<", ">="],
    ">": [">=", "<"],
    ">=": [">", "<="],
    "===": ["!=="],
    "!==": ["==="],
    "&&": ["||"],
    "||": ["&&"],
    "-": ["+"],
    "*": ["/"],
    "/": ["*"],
    "+=": ["-="],
    "-=": ["+="],
  }),
);

const OTHER_METHOD: ReadonlyMap<string, string> = new Map(
  Object.entries({
    some: "every",
    every: "some",
    min: "max",
    max: "min",
    floor: "ceil",
    ceil: "floor",
    includes: "startsWith",
    startsWith: "includes",
    endsWith: "includes",
    find: "findLast",
    findIndex: "findLastIndex",
    push: "unshift",
    shift: "pop",
    pop: "shift",
    indexOf: "lastIndexOf",
  }),
);

/** Methods of a list without which the list is still a list. */
const LEFT_OUT = new Set(["filter", "sort", "toSorted", "reverse", "toReversed", "slice"]);

const OTHER_WORD: ReadonlyMap<string, string> = new Map(
  Object.entries({ tcp: "udp", udp: "tcp", cpu: "memory", memory: "cpu" }),
);

/** Each kind of slip with the places where it is possible. */
export const SLIPS: Readonly<Record<string, Slip>> = {
  "condition turned round": (node, { text }) => {
    const isCondition =
      (ts.isIfStatement(node.parent) && node.parent.expression === node) ||
      (ts.isConditionalExpression(node.parent) && node.parent.condition === node);
    // A comparison turned round is the slip of its operator.
    return isCondition && !isEquality(node) ? [`!(${text(node)})`] : [];
  },
  "other operator": (node, { checker, text }) => {
    if (!ts.isBinaryExpression(node)) return [];
    const operator = ts.tokenToString(node.operatorToken.kind) ?? "";
    const others = operator === "+" && isNumber(checker, node) ? ["-"] : (OTHER_OPERATOR.get(operator) ?? []);
    return others.map((other) => `${text(node.left)} ${other} ${text(node.right)}`);
  },
  "default left out": (node, { text }) => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
      return [text(node.left)];
    }
    if ((ts.isBindingElement(node) || ts.isParameter(node)) && node.initializer !== undefined) {
      return [
        text(node)
          .slice(0, node.initializer.getStart() - node.getStart())
          .replace(/\s*=\s*$/, ""),
      ];
    }
    return [];
  },
  "statement left out": (node) => {
    const isLeft =
      (ts.isExpressionStatement(node) && !ts.isStringLiteral(node.expression)) ||
      ts.isBreakStatement(node) ||
      ts.isContinueStatement(node);
    return isLeft ? [";"] : [];
  },
  "early return left out": (node) =>
    ts.isIfStatement(node) && node.elseStatement === undefined && returns(node.thenStatement) ? [";"] : [],
  "returns at once": (node, { text }) => {
    if (!ts.isBlock(node) || !ts.isFunctionLike(node.parent) || node.statements.length === 0) return [];
    return (node.parent as ts.FunctionLikeDeclaration).type?.getText() === "void" ? [`{ return; ${text(node)} }`] : [];
  },
  "off by one": (node) => {
    if (!ts.isNumericLiteral(node) || ts.isPropertyAssignment(node.parent.parent ?? node)) return [];
    return [String(Number(node.text) + 1)];
  },
  "other truth": (node) =>
    node.kind === ts.SyntaxKind.TrueKeyword ? ["false"] : node.kind === ts.SyntaxKind.FalseKeyword ? ["true"] : [],
  "first for last": (node, { text }) => {
    if (ts.isElementAccessExpression(node) && node.argumentExpression.getText() === "0") {
      return [`${text(node.expression)}.at(-1)`];
    }
    return ts.isCallExpression(node) && text(node).endsWith(".at(-1)")
      ? [text(node).replace(/\.at\(-1\)$/, "[0]")]
      : [];
  },
  "other method": (node, { checker }) => {
    if (!isCalledMethod(node)) return [];
    const other = OTHER_METHOD.get(node.text);
    if (other === undefined || (other === "startsWith" && !isText(checker, node.parent.expression))) return [];
    return [other];
  },
  "filter left out": (node, { text }) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
    return LEFT_OUT.has(node.expression.name.text) ? [text(node.expression.expression)] : [];
  },
  "member left out": (node) =>
    ts.isSpreadAssignment(node) || ts.isSpreadElement(node)
      ? [ts.isSpreadAssignment(node) ? "...{}" : "...[]"]
      : ts.isPropertyAssignment(node) && ts.isObjectLiteralExpression(node.parent) && isOptional(node)
        ? ["...{}"]
        : [],
  "other word": (node) => {
    if (!ts.isStringLiteral(node) || isModuleName(node)) return [];
    const other = OTHER_WORD.get(node.text);
    return other === undefined ? [] : [JSON.stringify(other)];
  },
  "another state": (node, { checker }) => {
    if (!ts.isStringLiteral(node) || isModuleName(node) || OTHER_WORD.get(node.text) !== undefined) return [];
    const others = statesBeside(node, checker);
    return others.length === 0 ? [] : [JSON.stringify(others[node.text.length % others.length])];
  },
  "a neighbour's field": (node, { checker, text }) => {
    if (!ts.isPropertyAccessExpression(node) || isWritten(node)) return [];
    const others = fieldsBeside(node, checker);
    const other = others[node.name.text.length % Math.max(1, others.length)];
    return other === undefined ? [] : [`${text(node.expression)}${node.questionDotToken ? "?." : "."}${other}`];
  },
  "arguments swapped": (node, { checker, text }) => {
    if (!ts.isCallExpression(node) || /^Math\.(min|max)$/.test(text(node.expression))) return [];
    const at = node.arguments.findIndex((each, index) => {
      const next = node.arguments[index + 1];
      return next !== undefined && text(each) !== text(next) && isSameType(checker, each, next);
    });
    if (at === -1) return [];
    const words = node.arguments.map(text);
    [words[at], words[at + 1]] = [words[at + 1] as string, words[at] as string];
    return [`${text(node.expression)}(${words.join(", ")})`];
  },
};

/** Every slip that a source allows, in the order of the text. */
export function slipsIn(tree: ts.SourceFile, checker: ts.TypeChecker): Edit[] {
  const edits: Edit[] = [];
  const tools: Tools = { checker, text: (node) => node.getText(tree) };
  const visit = (node: ts.Node): void => {
    if (isOutside(node)) return;
    for (const [kind, slip] of Object.entries(SLIPS)) {
      for (const text of slip(node, tools)) edits.push({ kind, start: node.getStart(tree), end: node.getEnd(), text });
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(tree, visit);
  return edits;
}

/** Types, imports, and what is only said when the program itself is wrong. */
function isOutside(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return true;
  if (ts.isCallExpression(node)) return node.expression.getText() === "assert";
  return ts.isExpressionStatement(node) && ts.isCallExpression(node.expression) && isOutside(node.expression);
}

function isEquality(node: ts.Node): boolean {
  const operator = ts.isBinaryExpression(node) ? node.operatorToken.kind : undefined;
  return operator === ts.SyntaxKind.EqualsEqualsEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsEqualsToken;
}

function returns(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && (ts.isReturnStatement(last) || ts.isContinueStatement(last));
}

function isModuleName(node: ts.Node): boolean {
  return (
    ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent) || ts.isLiteralTypeNode(node.parent)
  );
}

function isCalledMethod(node: ts.Node): node is ts.Identifier & { parent: ts.PropertyAccessExpression } {
  const { parent } = node;
  return (
    ts.isIdentifier(node) &&
    ts.isPropertyAccessExpression(parent) &&
    parent.name === node &&
    ts.isCallExpression(parent.parent) &&
    parent.parent.expression === parent
  );
}

/** A member that the type of its object does without. */
function isOptional(node: ts.PropertyAssignment): boolean {
  return ts.isConditionalExpression(node.initializer) || ts.isCallExpression(node.initializer);
}

function isNumber(checker: ts.TypeChecker, node: ts.Expression): boolean {
  return (checker.getTypeAtLocation(node).flags & ts.TypeFlags.NumberLike) !== 0;
}

function isText(checker: ts.TypeChecker, node: ts.Expression): boolean {
  return (checker.getTypeAtLocation(node).flags & ts.TypeFlags.StringLike) !== 0;
}

function isSameType(checker: ts.TypeChecker, left: ts.Expression, right: ts.Expression): boolean {
  const words = [left, right].map((node) =>
    checker.typeToString(checker.getBaseTypeOfLiteralType(checker.getTypeAtLocation(node))),
  );
  return words[0] === words[1] && words[0] !== "any";
}

function isWritten({ parent }: ts.PropertyAccessExpression): boolean {
  return (
    ts.isCallExpression(parent) ||
    (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken)
  );
}

/** Other members of a union of words, where one of them is written. */
function statesBeside(node: ts.StringLiteral, checker: ts.TypeChecker): string[] {
  const compared =
    ts.isBinaryExpression(node.parent) && node.parent.right === node
      ? checker.getTypeAtLocation(node.parent.left)
      : checker.getContextualType(node);
  if (compared === undefined || !compared.isUnion()) return [];
  const words = compared.types.filter((type) => type.isStringLiteral()).map((type) => type.value);
  return words.length > 12 ? [] : words.filter((word) => word !== node.text);
}

/** Other fields of the same object with the same type: times for times, numbers for numbers. */
function fieldsBeside(node: ts.PropertyAccessExpression, checker: ts.TypeChecker): string[] {
  const owner = checker.getNonNullableType(checker.getTypeAtLocation(node.expression));
  const wanted = checker.typeToString(checker.getTypeAtLocation(node.name));
  if (checker.isArrayLikeType(owner) || wanted === "any" || owner.getCallSignatures().length > 0) return [];
  const suffix = /(AtMs|Ms|Port|Arn|Ports|At|Count|Status|Id)$/.exec(node.name.text)?.[0] ?? "";
  return checker
    .getPropertiesOfType(owner)
    .filter(({ name }) => name !== node.name.text && name.endsWith(suffix) && /^[a-z]\w*$/i.test(name))
    .filter((other) => checker.typeToString(checker.getTypeOfSymbolAtLocation(other, node)) === wanted)
    .filter((other) => (other.flags & ts.SymbolFlags.Property) !== 0)
    .map(({ name }) => name)
    .sort();
}
