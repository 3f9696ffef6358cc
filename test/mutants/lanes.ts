/** Lanes seen from outside: starts the processes, asks them, replaces one that ended. */
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "@quayside/toolchain/repository";
import type { Answer, Question } from "./lane.ts";

/** Heap of a lane: a mutant that collects for ever ends its process, not the machine. */
const HEAP_MB = 3_000;

export class Lane {
  #child: ChildProcess | undefined;

  /** The answer; `undefined` when the process ended without one. */
  async ask(question: Question): Promise<Answer | undefined> {
    const child = this.#child ?? (await this.#start());
    const answer = await next(child, () => child.send(question));
    if (answer === undefined || "timeout" in answer) this.close();
    return answer;
  }

  close(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(join(import.meta.dirname, "lane.ts"), {
      cwd: ROOT,
      execArgv: [`--max-old-space-size=${HEAP_MB}`],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.#child = child;
    await next(child);
    return child;
  }
}

/** The next message of a process, or undefined when it ends first. */
function next(child: ChildProcess, act?: () => void): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const done = (answer?: Answer) => {
      child.off("message", hear);
      child.off("exit", end);
      resolve(answer);
    };
    // Vitest has messages of its own.
    const hear = (message: { answer?: Answer }) => {
      if (message.answer !== undefined) done(message.answer);
    };
    const end = () => done();
    child.on("message", hear);
    child.on("exit", end);
    act?.();
  });
}
