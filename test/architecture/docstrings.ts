/**
 * Finds what a package exports without a docstring: functions, classes and constants behind the entry points of its
 * package.json, followed through re-exports to their declarations. Types are left out: their members say it.
 */
import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

/** One export without a docstring. */
export interface Undocumented {
  file: string;
  line: number;
  name: string;
}

const VALUES = ts.SymbolFlags.Function | ts.SymbolFlags.Class | ts.SymbolFlags.Variable;

/** The entry points of a package: files that `exports` names, patterns expanded, tests excluded. */
export function entryPoints(packageFolder: string): string[] {
  const { exports = {} } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
    exports?: Record<string, string>;
  };
  return Object.values(exports)
    .filter((path) => path.endsWith(".ts"))
    .flatMap((path) => globSync(path, { cwd: packageFolder }))
    .filter((path) => !path.endsWith(".test.ts"))
    .map((path) => join(packageFolder, path))
    .sort();
}

/** Values that these files export without a docstring, each once. Files in node_modules are not ours to judge. */
export function undocumented(files: readonly string[], root: string): Undocumented[] {
  const program = ts.createProgram([...files], {
    allowImportingTsExtensions: true,
    noEmit: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ESNext,
    noLib: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const found = new Map<string, Undocumented>();
  for (const file of files) {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) continue;
    for (const exported of checker.getExportsOfModule(module)) {
      const missing = withoutDocstring(checker, exported, root);
      if (missing) found.set(`${missing.file}:${missing.name}`, missing);
    }
  }
  return [...found.values()];
}

function withoutDocstring(checker: ts.TypeChecker, exported: ts.Symbol, root: string): Undocumented | undefined {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const declaration = symbol.declarations?.[0];
  if (!declaration || (symbol.flags & VALUES) === 0) return undefined;
  const source = declaration.getSourceFile();
  if (source.fileName.includes("/node_modules/") || source.fileName.includes("/generated/")) return undefined;
  if (symbol.getDocumentationComment(checker).length > 0) return undefined;
  const line = source.getLineAndCharacterOfPosition(declaration.getStart()).line + 1;
  return { file: relative(root, source.fileName).replaceAll("\\", "/"), line, name: symbol.name };
}
