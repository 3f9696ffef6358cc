/**
 * Plays a lab's own solution on a run of its own, one command at a time. Real time comes in from outside, frame by frame, so that
 * it can be tested without a page. Knows no pictures; the learner's run is nowhere near.
 */
import {
  Attempt,
  type CheckResult,
  type CommandResult,
  type Lab,
  type LabCommand,
  type RunLine,
} from "@quayside/grader";
import { Session } from "@quayside/simulator";
import { DEFAULT_SPEED, SPEEDS } from "../base/speeds.ts";
import { LabRun } from "../run/lab-run.ts";
import { LONGEST_FRAME_MS } from "../run/player.ts";

/** About how long the watcher waits for a wait of the solution, in real milliseconds; the speed is chosen for it. */
const WAIT_MS = 6000;
/** How long "play all" shows a step before it does it, in real milliseconds: an edit takes longer to read. */
const READ_MS = { edit: 3200, other: 1800 } as const;

/** One step of the solution. */
export interface Step {
  readonly command: LabCommand;
  /** For an edit: what stood in the file before. */
  readonly before: string;
  /** What the command printed; undefined until it was done. */
  readonly printed: CommandResult | undefined;
  /** Checks that it made pass. */
  readonly passed: readonly CheckResult[];
}

/** A wait under way: where it is going to end, and what it comes to. */
interface Way {
  readonly untilMs: number;
  /** Steps that the run will have taken. */
  readonly steps: number;
  readonly result: CommandResult;
}

export class SolutionPlayer {
  readonly run: LabRun;
  /** "Play all" was pressed, and neither stopped nor finished. */
  playingAll = false;
  speed: number;
  readonly #steps: Step[];
  #at = 0;
  #way: Way | undefined;
  #readForMs = 0;
  /** Time goes on: through moments that were there already, or through the wait of a step. */
  #going = false;
  #speedIsChosen = false;
  #results: readonly CheckResult[];

  constructor(lab: Lab, solution: readonly LabCommand[], runLine: RunLine) {
    this.run = new LabRun(lab, Session.start(lab));
    this.run.attempt.useRunLine(runLine);
    this.speed = DEFAULT_SPEED;
    this.#results = this.run.attempt.evaluate();
    const files = new Map(lab.files.map((file) => [file.name, file.text]));
    this.#steps = solution.map((command): Step => {
      if (!("edit" in command)) return { command, before: "", printed: undefined, passed: [] };
      const before = files.get(command.edit.file) ?? "";
      files.set(command.edit.file, command.edit.text);
      return { command, before, printed: undefined, passed: [] };
    });
  }

  /** Every step, done or not. */
  get steps(): readonly Step[] {
    return this.#steps;
  }

  /** Index of the step that is being done or comes next; the number of steps at the end. */
  get at(): number {
    return this.#at;
  }

  get results(): readonly CheckResult[] {
    return this.#results;
  }

  get done(): boolean {
    return this.#at >= this.#steps.length;
  }

  /** Until when the step under way lets time pass; undefined between steps. */
  get waitsUntilMs(): number | undefined {
    return this.#way?.untilMs;
  }

  /** Whether frames change anything. */
  get moving(): boolean {
    return this.playingAll || (this.#going && (this.#way !== undefined || this.run.inPast));
  }

  /** Does the next step, or ends the wait that is under way at once. */
  next(): void {
    this.run.lookAtPresent();
    if (this.#way !== undefined) this.#endWait(this.#way);
    else this.#begin();
  }

  /** Does one step after the other, from here to the end. */
  playAll(): void {
    this.run.lookAtPresent();
    this.playingAll = !this.done;
    this.#readForMs = this.#readingTime();
  }

  /** Holds everything: "play all", and a wait in the middle. */
  pause(): void {
    this.playingAll = false;
    this.#going = false;
  }

  /** Goes on: from a moment in the past to the present, or with the wait that was held, or else with the next step. */
  resume(): void {
    this.#going = true;
    if (!this.run.inPast && this.#way === undefined) this.#begin();
  }

  /** Goes to the next thing that happens, inside a wait too. */
  step(): void {
    const { session, inPast } = this.run;
    const { nextDueMs } = session;
    this.pause();
    if (inPast) this.run.step();
    else if (this.#way === undefined || nextDueMs === undefined || nextDueMs >= this.#way.untilMs) this.next();
    else {
      this.run.step();
      this.#judge();
    }
  }

  /** The watcher's own speed, from now on. */
  choose(speed: number): void {
    this.speed = speed;
    this.#speedIsChosen = true;
  }

  /** Lets so much real time pass. @returns whether there is more to see */
  frame(elapsedMs: number, clock: () => number): boolean {
    if (!this.moving) return false;
    if (this.run.inPast) {
      const far = elapsedMs * this.speed;
      this.run.look(this.run.moment.atMs + far);
    } else if (this.#way !== undefined) this.#wait(this.#way, elapsedMs, clock);
    else if (this.playingAll) this.#read(elapsedMs);
    return this.moving;
  }

  #wait(way: Way, elapsedMs: number, clock: () => number): void {
    const restMs = way.untilMs - this.run.session.nowMs;
    // The last moment of a wait may end between two things of the same moment: that is for the end of the wait.
    if (Math.min(elapsedMs, LONGEST_FRAME_MS) * this.speed >= restMs) this.#endWait(way);
    else {
      this.run.play(elapsedMs, this.speed, clock);
      this.#judge();
    }
  }

  #read(elapsedMs: number): void {
    this.#readForMs -= elapsedMs;
    if (this.#readForMs <= 0) this.#begin();
  }

  #begin(): void {
    const command = this.#steps[this.#at]?.command;
    if (command === undefined) return;
    if ("advanceMs" in command || "until" in command) this.#beginWait(this.#wayOf(command));
    else this.#end(this.run.attempt.run(command));
  }

  /** Where a wait is going to end: a copy of the run finds out. */
  #wayOf(command: LabCommand): Way {
    const ahead = new Attempt(this.run.attempt.lab, this.run.session.fork());
    const result = ahead.run(command);
    return { untilMs: ahead.session.nowMs, steps: ahead.session.steps, result };
  }

  #beginWait(way: Way): void {
    this.#way = way;
    this.#going = true;
    if (this.#speedIsChosen) return;
    const wanted = (way.untilMs - this.run.session.nowMs) / WAIT_MS;
    this.speed = SPEEDS.find((speed) => speed >= wanted) ?? SPEEDS.at(-1) ?? 1;
  }

  #endWait({ untilMs, steps, result }: Way): void {
    const { session } = this.run;
    while (session.steps < steps) session.advance({ untilMs, maxSteps: steps - session.steps });
    if (session.nowMs < untilMs) session.advance({ untilMs });
    this.#way = undefined;
    this.#end(result);
  }

  #end(printed: CommandResult): void {
    this.run.lookAtPresent();
    this.#update({ printed });
    this.#judge();
    this.#at += 1;
    if (this.done) this.playingAll = false;
    this.#readForMs = this.#readingTime();
  }

  #readingTime(): number {
    const command = this.#steps[this.#at]?.command;
    return command !== undefined && "edit" in command ? READ_MS.edit : READ_MS.other;
  }

  /** Notes which checks the step under way made pass. */
  #judge(): void {
    const before = this.#results;
    this.#results = this.run.attempt.evaluate();
    if (this.#results === before) return;
    const fresh = this.#results.filter((result, index) => result.passed && before[index]?.passed !== true);
    const known = this.#steps[this.#at]?.passed ?? [];
    if (fresh.length > 0) this.#update({ passed: [...known, ...fresh] });
  }

  #update(change: Partial<Step>): void {
    const step = this.#steps[this.#at];
    if (step !== undefined) this.#steps[this.#at] = { ...step, ...change };
  }
}
