/**
 * `<quayside-solution>`: a lab's solution, watched step by step on a run of its own, over the learner's lab. Has its own clock,
 * map and timeline; the learner's run is not touched. Long, because a whole lab stands in it. Asks to be left with `quayside-back`.
 */

import { runCommandLine } from "@quayside/api/cli";
import { type Lab, type LabCommand, loadAnswers, unmetText } from "@quayside/grader";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Selection } from "../base/cloud.ts";
import { LabSpeakingElement, sharedStyles } from "../base/element.ts";
import type { LoadFailures } from "../base/failures.ts";
import { FrameLoop } from "../base/frame-loop.ts";
import { icon } from "../base/icons.ts";
import type { LoadLessonLinks } from "../base/lesson-links.ts";
import { checksTexts } from "../checks/texts/index.ts";
import { type ChangeLine, changedLines } from "../editor/changes.ts";
import "../inspector/quayside-inspector.ts";
import { shortcutOf } from "../run/shortcuts.ts";
import "../map/quayside-map.ts";
import { copyText } from "../base/copy-text.ts";
import "../timeline/quayside-timeline.ts";
import type { TimeRequest } from "../base/speeds.ts";
import { SolutionPlayer, type Step } from "./solution-player.ts";
import { solutionStyles } from "./solution-styles.ts";
import { drawStep, titleOf } from "./step-view.ts";
import { type SolutionTexts, solutionTexts } from "./texts/index.ts";

/** The solution of a lab, `<quayside-solution>`. */
export class QuaysideSolution extends LabSpeakingElement {
  static override styles = [sharedStyles, solutionStyles];
  static override properties = {
    lab: { attribute: false },
    highlight: { attribute: false },
    lessons: { attribute: false },
    failures: { attribute: false },
    selection: { state: true },
    whyAsked: { state: true },
    copied: { state: true },
  };
  declare lab: Lab | undefined;
  /** What the page points at on the map. */
  declare highlight: string | undefined;
  /** Where lessons stand; without it none is offered. */
  declare lessons: LoadLessonLinks | undefined;
  /** What messages of AWS mean; without it none is explained. */
  declare failures: LoadFailures | undefined;
  declare selection: Selection | undefined;
  declare whyAsked: number;
  /** The text that was copied last. */
  declare copied: string;

  #player: SolutionPlayer | undefined;
  #solution: readonly LabCommand[] = [];
  readonly #frames = new FrameLoop();
  readonly #changes = new Map<number, readonly ChangeLine[]>();
  #leapt = false;
  #shownStep = -1;

  constructor() {
    super();
    this.whyAsked = 0;
    this.copied = "";
    this.#frames.onError = (error) => this.fail(error);
    this.addEventListener("keydown", this.#onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#frames.stop("player");
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("lab")) void this.#begin();
  }

  protected override render() {
    const player = this.#player;
    if (player === undefined) return nothing;
    const texts = solutionTexts(this.language);
    return html`<section class="watch" aria-label=${texts.watching} @quayside-select=${this.#onSelect} @quayside-why=${this.#onSelect} @quayside-evidence=${this.#onEvidence}>
      ${this.#renderBar(player, texts)}
      <div class="top">${this.#renderTimeline(player)}</div>
      <div class="map"><quayside-map .moment=${player.run.moment} .frames=${this.#frames} .instant=${this.#leapt} .highlight=${this.highlight} .selected=${this.selection?.key}></quayside-map></div>
      <div class="steps">${this.#renderInspector(player)}${this.#renderSteps(player, texts)}</div>
      <p class="hidden-text" role="status">${this.#told(player, texts)}</p>
    </section>`;
  }

  #renderBar(player: SolutionPlayer, texts: SolutionTexts): TemplateResult {
    const step = player.steps[player.at];
    const passed = player.results.filter((result) => result.passed).length;
    const words =
      step === undefined
        ? html`<h2>${texts.finished(passed, player.results.length)}</h2><p>${texts.yourTurn}</p>`
        : html`<h2>${texts.watching}</h2><p>${texts.stepOf(player.at + 1, player.steps.length)}: <b>${titleOf(step, texts, this.language)}</b>. ${texts.untouched}</p>`;
    return html`<header class="bar"><div class="words">${words}</div>
      <div class="actions">
        <button class="button primary go" type="button" @click=${player.done ? this.#again : this.#next}>${player.done ? texts.again : player.waitsUntilMs === undefined ? texts.next : texts.skip}</button>
        <button class="button" type="button" ?disabled=${player.done} @click=${this.#playAll}>${icon(player.playingAll ? "pause" : "play")}${player.playingAll ? texts.pause : texts.playAll}</button>
        <button class="button back" type="button" @click=${this.#back}>${texts.back}</button>
      </div></header>`;
  }

  #renderTimeline({ run, moving, speed }: SolutionPlayer): TemplateResult {
    const { session } = run;
    return html`<quayside-timeline .moment=${run.moment} .records=${session.journal.records} .playing=${moving} .quiet=${session.quiet} .nextDueMs=${session.nextDueMs}
      .speed=${speed} .selected=${this.selection?.key} @quayside-time=${this.#onTime}></quayside-timeline>`;
  }

  #renderInspector({ run }: SolutionPlayer): TemplateResult | typeof nothing {
    if (this.selection === undefined) return nothing;
    return html`<div class="inspect"><quayside-inspector watched .lessons=${this.lessons} .failures=${this.failures} .moment=${run.moment} .session=${run.session} .selection=${this.selection} .whyAsked=${this.whyAsked}
      @quayside-time=${this.#onTime} @quayside-close=${this.#onClose}></quayside-inspector></div>`;
  }

  #renderSteps(player: SolutionPlayer, texts: SolutionTexts): TemplateResult {
    return html`<div class="list"><section class="told"><h3>${texts.checks}</h3>
      <ul class="checks">${player.results.map((result) => html`<li class=${result.passed ? "passed" : ""}>${icon(result.passed ? "check" : "circle")}<span>${result.title(this.language)}<span class="hidden-text">: ${result.passed ? checksTexts(this.language).passed : checksTexts(this.language).notYet}</span></span></li>`)}</ul></section>
      <section><h3>${texts.steps}</h3>
      <ol>${player.steps.map((step, index) => this.#renderStep(player, step, index, texts))}</ol></section></div>`;
  }

  #renderStep(player: SolutionPlayer, step: Step, index: number, texts: SolutionTexts): TemplateResult {
    const waits = index === player.at ? player.waitsUntilMs : undefined;
    const state = index < player.at ? "done" : index > player.at ? "later" : waits === undefined ? "next" : "now";
    return drawStep(step, {
      index,
      total: player.steps.length,
      fresh: index === player.at - 1,
      state,
      texts,
      language: this.language,
      changes: this.#changes.get(index),
      restMs: waits === undefined ? undefined : Math.max(0, waits - player.run.session.nowMs),
      copyButton: (text) =>
        html`<button class="button quiet" type="button" @click=${() => this.#copy(text)}>${this.copied === text ? this.t.copied : this.t.copy}</button>`,
    });
  }

  /** What a screen reader hears when a step is done. */
  #told(player: SolutionPlayer, texts: SolutionTexts): string {
    const step = player.steps[player.at - 1];
    if (step === undefined) return "";
    const titles = step.passed.map((check) => check.title(this.language)).join(", ");
    const passed = titles === "" ? "" : ` ${texts.passed(titles)}.`;
    const count = player.results.filter((result) => result.passed).length;
    const end = player.done ? ` ${texts.finished(count, player.results.length)}` : "";
    const title = titleOf(step, texts, this.language);
    const unmet = step.printed?.unmet;
    const said = unmet === undefined ? `${texts.done(title)}.` : `${title}. ${unmetText(unmet)(this.language)}`;
    return `${said}${passed}${end}`;
  }

  protected override updated(): void {
    this.#leapt = false;
    const at = this.#player?.at ?? -1;
    if (at === this.#shownStep) return;
    this.#shownStep = at;
    const panel = this.renderRoot.querySelector<HTMLElement>(".steps");
    const item = this.renderRoot.querySelector<HTMLElement>("li.next, li.now");
    if (panel === null || item === null || at === 0) return;
    // Only the list scrolls, never the page around the lab; what the last step printed stays in sight.
    const above = item.previousElementSibling ?? item;
    panel.scrollTop += above.getBoundingClientRect().top - panel.getBoundingClientRect().top - 8;
  }

  /** Fetches the solution of the lab, then begins to show it. */
  async #begin(): Promise<void> {
    const { lab } = this;
    if (lab === undefined) return;
    try {
      const { solution } = await loadAnswers(lab);
      if (this.lab !== lab) return;
      this.#solution = solution;
      this.#restart(lab);
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(".go")?.focus();
    } catch (error) {
      this.fail(error);
    }
  }

  #restart(lab: Lab): void {
    this.#frames.stop("player");
    this.#changes.clear();
    this.#shownStep = -1;
    this.#leapt = true;
    this.selection = undefined;
    this.#player = new SolutionPlayer(lab, this.#solution, runCommandLine);
    this.requestUpdate();
    void this.#compare();
  }

  async #compare(): Promise<void> {
    const player = this.#player;
    for (const [index, { command, before }] of [...(player?.steps ?? [])].entries()) {
      if (!("edit" in command)) continue;
      const comparison = { revision: undefined, family: undefined, before, after: command.edit.text };
      const lines = await changedLines(comparison);
      if (player !== this.#player) return;
      this.#changes.set(index, lines);
      this.requestUpdate();
    }
  }

  #run(): void {
    let lastMs: number | undefined;
    this.requestUpdate();
    if (this.#player?.moving !== true) return;
    this.#frames.start("player", (nowMs) => {
      const elapsedMs = lastMs === undefined ? 16 : Math.min(100, nowMs - lastMs);
      lastMs = nowMs;
      const more = this.#player?.frame(elapsedMs, () => performance.now()) === true;
      this.requestUpdate();
      return more;
    });
  }

  #next = (): void => {
    this.#leapt = this.#player?.waitsUntilMs !== undefined;
    this.#player?.next();
    this.#run();
  };

  #playAll = (): void => {
    if (this.#player?.playingAll === true) this.#player.pause();
    else this.#player?.playAll();
    this.#run();
  };

  #again = (): void => {
    if (this.lab !== undefined) this.#restart(this.lab);
    this.#run();
  };

  #back = (): void => {
    this.dispatchEvent(new CustomEvent("quayside-back", { bubbles: true, composed: true }));
  };

  #onTime = (event: CustomEvent<TimeRequest>): void => {
    event.stopPropagation();
    const player = this.#player;
    const request = event.detail;
    if (player === undefined) return;
    if (request.action === "play") player.resume();
    else if (request.action === "pause") player.pause();
    else if (request.action === "speed") player.choose(request.speed);
    else if (request.action === "step") player.step();
    else if (request.action === "quiet") player.next();
    else {
      player.pause();
      this.#leapt = true;
      if (request.action === "scrub") player.run.look(request.atMs);
      else player.run.lookAtPresent();
    }
    this.#run();
  };

  #onSelect = (event: CustomEvent<Selection>): void => {
    event.stopPropagation();
    this.selection = event.detail;
    if (event.type === "quayside-why") this.whyAsked += 1;
    const panel = this.renderRoot.querySelector(".steps");
    if (panel !== null) panel.scrollTop = 0;
  };

  #onEvidence = (event: CustomEvent<{ readonly seqs: readonly number[] }>): void => {
    event.stopPropagation();
    const player = this.#player;
    const record = player?.run.session.journal.at(event.detail.seqs.at(-1) ?? -1);
    if (player === undefined || record === undefined) return;
    player.pause();
    player.run.look(record.atMs);
    this.#leapt = true;
    const key = player.run.taskOf(record);
    if (key !== undefined) this.selection = { table: "tasks", key };
    this.requestUpdate();
  };

  #onClose = (event: Event): void => {
    event.stopPropagation();
    this.selection = undefined;
  };

  async #copy(text: string): Promise<void> {
    if (await copyText(text)) this.copied = text;
  }

  /** The keys of the lab's time belong to the solution's time while it is watched. */
  #onKey = (event: KeyboardEvent): void => {
    const player = this.#player;
    if (player === undefined) return;
    const now = { playing: player.moving, atMs: player.run.moment.atMs, speed: player.speed };
    const request = shortcutOf(event)?.request?.(now);
    if (request === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#onTime(new CustomEvent("quayside-time", { detail: request }));
  };
}

customElements.define("quayside-solution", QuaysideSolution);
