/**
 * Regular expressions for `=~`, matched in time linear in the value: the pattern becomes a machine whose states are all
 * walked at once, so that no pattern can make anybody wait.
 * Simplified: of Java's syntax we take characters, `.`, classes, `\d \w \s` and their opposites, groups, `|`, `* + ? {n,m}`,
 * `^`, `$` and `(?i)` in front; AWS takes all of java.util.regex, back references and lookaround included.
 */
import { type CharacterTest, PatternReader, type PatternTree } from "./pattern-syntax.ts";

/** One step of the machine: take a character and go on, go both ways, stand at an end of the value, or be done. */
type Step =
  | { readonly kind: "character"; readonly accepts: CharacterTest }
  | { readonly kind: "fork"; first: number; second: number }
  | { readonly kind: "start" | "end" | "done" };

/** Most steps that one pattern may become; what is repeated n times counts n times. */
const MAX_STEPS = 2_000;

/** Whether a whole value fits. Ours: the Developer Guide's examples read like `String.matches`; it does not say. */
export type Matcher = (value: string) => boolean;

/** A matcher, or what is wrong with the pattern. */
export type ReadPattern =
  | { readonly ok: true; readonly matches: Matcher }
  | { readonly ok: false; readonly message: string };

/** Makes a pattern ready for use. Never throws. */
export function readPattern(pattern: string): ReadPattern {
  const reader = new PatternReader(pattern);
  const tree = reader.read();
  if (tree === undefined) return { ok: false, message: reader.fault ?? "it is none." };
  const steps: Step[] = [];
  if (!emit(tree, steps)) return { ok: false, message: "it repeats too much." };
  steps.push({ kind: "done" });
  return { ok: true, matches: (value) => run(steps, value) };
}

/** Appends the steps of a tree; false when there are too many. */
function emit(tree: PatternTree, steps: Step[]): boolean {
  if (steps.length > MAX_STEPS) return false;
  switch (tree.kind) {
    case "sequence":
      return tree.parts.every((part) => emit(part, steps));
    case "choice":
      return emitChoice(tree.parts, steps);
    case "repeat":
      return emitRepeat(tree, steps);
    default:
      steps.push(tree);
      return true;
  }
}

function emitChoice(parts: readonly PatternTree[], steps: Step[]): boolean {
  const leaps: number[] = [];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const fork = steps.length;
    if (!isLast) steps.push({ kind: "fork", first: fork + 1, second: 0 });
    if (!emit(part, steps)) return false;
    if (isLast) break;
    leaps.push(steps.length);
    steps.push({ kind: "fork", first: 0, second: 0 });
    redirect(steps, fork, fork + 1, steps.length);
  }
  for (const leap of leaps) redirect(steps, leap, steps.length, steps.length);
  return true;
}

type Repeat = Extract<PatternTree, { kind: "repeat" }>;

function emitRepeat({ part, from, to }: Repeat, steps: Step[]): boolean {
  for (let count = 0; count < from; count += 1) {
    const before = steps.length;
    if (!emit(part, steps)) return false;
    // Nothing, however often: nested repetitions of nothing would take for ever and add no step.
    if (steps.length === before) return true;
  }
  if (to === Number.POSITIVE_INFINITY) {
    const fork = steps.length;
    steps.push({ kind: "fork", first: fork + 1, second: 0 });
    if (!emit(part, steps)) return false;
    steps.push({ kind: "fork", first: fork, second: fork });
    redirect(steps, fork, fork + 1, steps.length);
    return true;
  }
  const forks: number[] = [];
  for (let count = from; count < to; count += 1) {
    forks.push(steps.length);
    steps.push({ kind: "fork", first: steps.length + 1, second: 0 });
    if (!emit(part, steps)) return false;
  }
  for (const fork of forks) redirect(steps, fork, fork + 1, steps.length);
  return true;
}

function redirect(steps: Step[], at: number, first: number, second: number): void {
  steps[at] = { kind: "fork", first, second };
}

/** Walks all states at once: at most (steps x characters) moves. */
function run(steps: readonly Step[], value: string): boolean {
  const seen = new Int32Array(steps.length).fill(-1);
  let states = reachable(steps, [0], 0, value, seen);
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    const next: number[] = [];
    for (const state of states) {
      const step = steps[state];
      if (step?.kind === "character" && step.accepts(code)) next.push(state + 1);
    }
    if (next.length === 0) return false;
    states = reachable(steps, next, at + 1, value, seen);
  }
  return states.includes(steps.length - 1);
}

/** The states that can be reached from these without taking a character. */
function reachable(steps: readonly Step[], from: number[], at: number, value: string, seen: Int32Array): number[] {
  const found: number[] = [];
  const open = from;
  while (open.length > 0) {
    const state = open.pop() as number;
    if (seen[state] === at) continue;
    seen[state] = at;
    const step = steps[state];
    if (step?.kind === "fork") open.push(step.second, step.first);
    else if (step?.kind === "start") at === 0 && open.push(state + 1);
    else if (step?.kind === "end") at === value.length && open.push(state + 1);
    else found.push(state);
  }
  return found;
}
