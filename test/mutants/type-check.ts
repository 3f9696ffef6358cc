/**
 * The type check of one edited source, as the static stage makes it: a slip that does not compile is noticed before any
 * test runs. Programs share what did not change, so that a check takes a moment.
 */
import { inRepository } from "@quayside/toolchain/repository";
import ts from "typescript";
import { readConfig } from "./sources.ts";

/** Checks edits of the simulator's sources, one at a time. */
export class TypeCheck {
  readonly #config = readConfig();
  readonly #host = ts.createCompilerHost(this.#config.options);
  readonly #sources = new Map<string, ts.SourceFile | undefined>();
  #program: ts.Program | undefined;

  /**
   * What the compiler says of a file with another text, or undefined when it has nothing to say. Who imports the file is
   * not looked at: no slip changes what a source exports.
   * @param file path in the repository
   */
  complaint(file: string, text: string): string | undefined {
    const path = inRepository(file);
    const { options, fileNames: rootNames } = this.#config;
    const host: ts.CompilerHost = {
      ...this.#host,
      getSourceFile: (name, target) =>
        name === path ? ts.createSourceFile(name, text, target, true) : this.#read(name, target),
    };
    this.#program = ts.createProgram({ rootNames, options, host, oldProgram: this.#program });
    const tree = this.#program.getSourceFile(path);
    const [problem] = [...this.#program.getSyntacticDiagnostics(tree), ...this.#program.getSemanticDiagnostics(tree)];
    return problem && ts.flattenDiagnosticMessageText(problem.messageText, " ");
  }

  #read(name: string, target: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.SourceFile | undefined {
    if (!this.#sources.has(name)) this.#sources.set(name, this.#host.getSourceFile(name, target));
    return this.#sources.get(name);
  }
}
