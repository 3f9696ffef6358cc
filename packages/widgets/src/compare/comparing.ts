/**
 * A lab with two runs: makes the copy, moves the learner's work between the runs, ends with one of them. Comes by dynamic
 * import with everything that comparing needs; lab/lab-fork.ts is its door.
 */
import { html, type TemplateResult } from "lit";
import { type Actor, createActor } from "xstate";
import { clockText } from "../base/clock.ts";
import { type Selection, selectedRow } from "../base/cloud.ts";
import { icon } from "../base/icons.ts";
import { LabRun } from "../run/lab-run.ts";
import type { ComparedLab, CompareHost } from "./compare-host.ts";
import { compareMachine } from "./compare-machine.ts";
import { PairReader } from "./pair-reader.ts";
import "./quayside-differences.ts";
import "./quayside-pair.ts";
import { otherOf, type RunName, RunPair } from "./run-pair.ts";
import { compareTexts } from "./texts.ts";

export class Comparing {
  readonly pair: RunPair;
  readonly reader: PairReader;
  readonly #host: CompareHost;
  #spanMs: number | undefined;
  readonly #actor: Actor<typeof compareMachine> = createActor(compareMachine);

  /** Copies the run at the moment shown; the copy is B, and is spoken to. Throws when the lab has no run yet. */
  constructor(host: CompareHost) {
    const { run, definition } = host.engine;
    if (run === undefined || definition === undefined) throw new Error("There is no run to copy yet.");
    const { atMs } = run.moment;
    const copy = new LabRun(definition, run.session.forkAt(atMs), { files: run.attempt.files });
    this.#host = host;
    this.pair = new RunPair(run, copy);
    this.reader = new PairReader(this.pair, () => host.requestUpdate());
    this.#actor.start();
    host.engine.pair = this.pair;
    this.#turnTo("b");
    host.notice = { kind: "news", text: compareTexts(host.language).forked(clockText(atMs)) };
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
  transport(lab: ComparedLab) {
    const { pair } = this;
    const quiet = pair.a.session.quiet && pair.b.session.quiet;
    return { ...this.#trackOf("a"), quiet, nextDueMs: pair.nextDueMs, name: "A", selected: this.#keyIn("a", lab) };
  }

  /** Both tracks show as much. */
  onSpan = ({ detail }: CustomEvent<number | undefined>): void => {
    this.#spanMs = detail;
    this.#host.requestUpdate();
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
    this.#host.engine.send({ type: "PAUSE" });
    this.#actor.send({ type: this.asking ? "STAY" : "LEAVE" });
    if (this.asking) this.#host.requestUpdate();
    else this.#backToTransport();
  }

  /** Ends the comparison: one run is the lab's from now on, the other one is gone. */
  keep(name: RunName): void {
    const host = this.#host;
    this.reader.stop();
    this.#actor.send({ type: "KEEP", run: name });
    this.#turnTo(name);
    host.engine.pair = undefined;
    if (host.panel === "differences") host.panel = "editor";
    this.#backToTransport();
  }

  /** The two maps, their names and where they part. */
  drawMaps(lab: ComparedLab): TemplateResult {
    return html`<quayside-pair .pair=${this.pair} .reader=${this.reader} .spoken=${this.spoken} .asking=${this.asking} .frames=${lab.engine.frames}
      .atMs=${this.pair.atMs} .reading=${this.reader.read(performance.now())} .instant=${lab.leapt} .selection=${lab.selection} .highlight=${lab.highlight}
      @quayside-speak=${this.#onSpeak} @quayside-keep=${this.#onKeep} @quayside-stay=${this.#onStay} @quayside-differences=${() => lab.showPanel("differences")}></quayside-pair>`;
  }

  /** The track of B, below that of A. */
  drawTrack(lab: ComparedLab): TemplateResult {
    const { moment, records, ownHeadMs } = this.#trackOf("b");
    return html`<quayside-timeline bare name="B" .moment=${moment} .records=${records} .ownHeadMs=${ownHeadMs} .spanMs=${this.#spanMs} .selected=${this.#keyIn("b", lab)} @quayside-time=${lab.onTime}></quayside-timeline>`;
  }

  /** Where commands go, beside what sends them. */
  drawBadge({ language }: ComparedLab): TemplateResult {
    const letter = this.spoken.toUpperCase();
    return html`<span class="speaks ${this.spoken}" title=${compareTexts(language).speakHint}>${icon("run")}<b>${letter}</b><span class="hidden-text">${compareTexts(language).speaksTo(letter)}</span></span>`;
  }

  drawDifferences(): TemplateResult {
    return html`<quayside-differences .reading=${this.reader.read(performance.now())} @quayside-speak=${this.#onSpeak}></quayside-differences>`;
  }

  /** The question has gone, and with it what had the focus: the button that asked it has it again. */
  #backToTransport(): void {
    const host = this.#host;
    host.requestUpdate();
    void host.updateComplete.then(() => {
      const timeline = host.renderRoot.querySelector("quayside-timeline");
      timeline?.shadowRoot?.querySelector<HTMLElement>(".fork")?.focus();
    });
  }

  /** Key of what is selected, in one of the runs. */
  #keyIn(name: RunName, { selection }: ComparedLab): string | undefined {
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
    const host = this.#host;
    const from = host.engine.run?.attempt;
    const run = this.pair[name];
    if (from !== undefined && from !== run.attempt) {
      Object.assign(run.attempt.files, from.files);
      while (run.attempt.hintsTaken < from.hintsTaken && run.attempt.takeHint() !== undefined);
      host.selection = this.#selectionIn(name);
    }
    host.engine.run = run;
    host.runChanged();
  }

  /** The same thing in the other run: of a task, the one in its role; a record of one journal is nothing in the other. */
  #selectionIn(name: RunName): Selection | undefined {
    const { selection } = this.#host;
    if (selection === undefined) return undefined;
    const { tables } = this.pair[name].moment;
    if (selection.table !== "tasks") return selectedRow(tables, selection) === undefined ? undefined : selection;
    const key = this.reader.counterpart(selection.key, otherOf(name));
    return key === undefined || !tables.tasks.has(key) ? undefined : { table: "tasks", key };
  }

  #onSpeak = (event: CustomEvent<RunName>): void => this.speakTo(event.detail);

  #onKeep = (event: CustomEvent<RunName>): void => this.keep(event.detail);

  #onStay = (): void => this.askToLeave();
}
