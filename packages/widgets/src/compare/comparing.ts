/**
 * A lab with two runs: makes the copy, moves the learner's work between the runs, ends with one of them. Comes by dynamic
 * import with everything that comparing needs; lab/lab-fork.ts is its door.
 */
import { html, type TemplateResult } from "lit";
import { type Actor, createActor } from "xstate";
import { clockText } from "../base/clock.ts";
import { type Selection, selectedRow } from "../base/cloud.ts";
import { icon } from "../base/icons.ts";
import type { TimeRequest } from "../base/speeds.ts";
import type { LabContext } from "../run/lab-context.ts";
import { LabRun } from "../run/lab-run.ts";
import { compareMachine } from "./compare-machine.ts";
import { PairReader } from "./pair-reader.ts";
import "./quayside-differences.ts";
import "./quayside-pair.ts";
import { otherOf, type RunName, RunPair } from "./run-pair.ts";
import { compareTexts } from "./texts/index.ts";

export class Comparing {
  readonly pair: RunPair;
  readonly reader: PairReader;
  readonly #lab: LabContext;
  #spanMs: number | undefined;
  readonly #actor: Actor<typeof compareMachine> = createActor(compareMachine);

  /** Copies the run at the moment shown; the copy is B, and is spoken to. Throws when the lab has no run yet. */
  constructor(lab: LabContext) {
    const { run, definition } = lab.engine;
    if (run === undefined || definition === undefined) throw new Error("There is no run to copy yet.");
    const { atMs } = run.moment;
    const copy = new LabRun(definition, run.session.forkAt(atMs), { files: run.attempt.files });
    this.#lab = lab;
    this.pair = new RunPair(run, copy);
    this.reader = new PairReader(this.pair, () => lab.page.draw());
    this.#actor.start();
    lab.engine.pair = this.pair;
    this.#turnTo("b");
    lab.show({ notice: { kind: "news", text: compareTexts(lab.page.language).forked(clockText(atMs)) } });
  }

  /** The run that terminal, editor and faults speak to. */
  get spoken(): RunName {
    return this.#actor.getSnapshot().context.spoken;
  }

  /** The learner is asked which run to keep. */
  get asking(): boolean {
    return this.#actor.getSnapshot().matches("asking");
  }

  /** What the transport shows: the track of A, and how both stand. */
  transport() {
    const { pair } = this;
    const quiet = pair.a.session.quiet && pair.b.session.quiet;
    return {
      ...this.#trackOf("a"),
      quiet,
      repeating: pair.repeating,
      nextDueMs: pair.nextDueMs,
      name: "A",
      selected: this.#keyIn("a"),
    };
  }

  /** Both tracks show as much. */
  onSpan = ({ detail }: CustomEvent<number | undefined>): void => {
    this.#spanMs = detail;
    this.#lab.page.draw();
  };

  speakTo(name: RunName): void {
    if (name === this.spoken) return;
    this.#actor.send({ type: "SPEAK", to: name });
    this.#turnTo(name);
  }

  exchange(): void {
    this.speakTo(otherOf(this.spoken));
  }

  /** Asks which run to keep, or takes the question back. */
  askToLeave(): void {
    this.#lab.engine.send({ type: "PAUSE" });
    this.#actor.send({ type: this.asking ? "STAY" : "LEAVE" });
    if (this.asking) this.#lab.page.draw();
    else this.#backToTransport();
  }

  /** Ends the comparison: one run is the lab's from now on, the other one is gone. */
  keep(name: RunName): void {
    const lab = this.#lab;
    this.reader.stop();
    this.#actor.send({ type: "KEEP", run: name });
    this.#turnTo(name);
    lab.engine.pair = undefined;
    if (lab.shown.panel === "differences") lab.show({ panel: "editor" });
    this.#backToTransport();
  }

  /** The two maps, their names and where they part. */
  drawMaps(): TemplateResult {
    return html`<quayside-pair .pair=${this.pair} .reader=${this.reader} .spoken=${this.spoken} .asking=${this.asking} .frames=${this.#lab.engine.frames}
      .atMs=${this.pair.atMs} .reading=${this.reader.read(performance.now())} .instant=${this.#lab.leapt} .selection=${this.#lab.shown.selection} .highlight=${this.#lab.page.highlight}
      @quayside-speak=${this.#onSpeak} @quayside-keep=${this.#onKeep} @quayside-stay=${this.#onStay} @quayside-differences=${() => this.#lab.show({ panel: "differences" })}></quayside-pair>`;
  }

  /** The track of B, below that of A. */
  drawTrack(): TemplateResult {
    const { moment, records, ownHeadMs } = this.#trackOf("b");
    return html`<quayside-timeline bare name="B" .moment=${moment} .records=${records} .ownHeadMs=${ownHeadMs} .spanMs=${this.#spanMs} .selected=${this.#keyIn("b")} @quayside-time=${this.#onTime}></quayside-timeline>`;
  }

  /** Where commands go, beside what sends them. */
  drawBadge(): TemplateResult {
    const { language } = this.#lab.page;
    const letter = this.spoken.toUpperCase();
    return html`<span class="speaks ${this.spoken}" title=${compareTexts(language).speakHint}>${icon("run")}<b>${letter}</b><span class="hidden-text">${compareTexts(language).speaksTo(letter)}</span></span>`;
  }

  drawDifferences(): TemplateResult {
    return html`<quayside-differences .reading=${this.reader.read(performance.now())} @quayside-speak=${this.#onSpeak}></quayside-differences>`;
  }

  /** The question has gone, and with it what had the focus: the button that asked it has it again. */
  #backToTransport(): void {
    const lab = this.#lab;
    lab.page.draw();
    void lab.page.drawn().then(() => {
      const timeline = lab.page.root.querySelector("quayside-timeline");
      timeline?.shadowRoot?.querySelector<HTMLElement>(".fork")?.focus();
    });
  }

  /** Key of what is selected, in one of the runs. */
  #keyIn(name: RunName): string | undefined {
    const { selection } = this.#lab.shown;
    if (selection === undefined || name === this.spoken) return selection?.key;
    return this.reader.counterpart(selection.key, this.spoken);
  }

  /** Both tracks are as long as the run that has come further. */
  #trackOf(name: RunName) {
    const run = this.pair[name];
    const { nowMs: ownHeadMs, journal } = run.session;
    return { moment: { ...run.moment, headMs: this.pair.headMs }, records: journal.records, ownHeadMs };
  }

  /** The learner's desk goes along: texts and hints are theirs, not the run's. */
  #turnTo(name: RunName): void {
    const lab = this.#lab;
    const from = lab.engine.run?.attempt;
    const run = this.pair[name];
    if (from !== undefined && from !== run.attempt) {
      Object.assign(run.attempt.files, from.files);
      while (run.attempt.hintsTaken < from.hintsTaken && run.attempt.takeHint() !== undefined);
      lab.show({ selection: this.#selectionIn(name) });
    }
    lab.engine.run = run;
    lab.turned.send();
  }

  /** The same thing in the other run: of a task, the one in its role; a record of one journal is nothing in the other. */
  #selectionIn(name: RunName): Selection | undefined {
    const { selection } = this.#lab.shown;
    if (selection === undefined) return undefined;
    const { tables } = this.pair[name].moment;
    if (selection.table !== "tasks") return selectedRow(tables, selection) === undefined ? undefined : selection;
    const key = this.reader.counterpart(selection.key, otherOf(name));
    return key === undefined || !tables.tasks.has(key) ? undefined : { table: "tasks", key };
  }

  #onTime = (event: CustomEvent<TimeRequest>): void => this.#lab.timeAsked.send(event.detail);

  #onSpeak = (event: CustomEvent<RunName>): void => this.speakTo(event.detail);

  #onKeep = (event: CustomEvent<RunName>): void => this.keep(event.detail);

  #onStay = (): void => this.askToLeave();
}
