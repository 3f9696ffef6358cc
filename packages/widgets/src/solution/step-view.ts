/** One step of a solution on the screen: the command as it is typed, what an edit changes, how long a wait is, what came of it. */
import { unmetText, waitTitle } from "@quayside/grader";
import { waitText } from "@quayside/simulator";
import { html, nothing, type TemplateResult } from "lit";

import { icon } from "../base/icons.ts";
import type { ChangeLine } from "../editor/changes.ts";
import type { Step } from "./solution-player.ts";
import type { SolutionTexts } from "./texts/index.ts";

/** Everything around a step that its picture depends on. */
export interface StepScene {
  readonly index: number;
  readonly total: number;
  /** The step was done just now: what it printed stays open. */
  readonly fresh: boolean;
  readonly state: "done" | "now" | "next" | "later";
  readonly texts: SolutionTexts;
  readonly language: string;
  /** What an edit changes; undefined while it is worked out. */
  readonly changes: readonly ChangeLine[] | undefined;
  /** Still to pass of a wait that is under way, in simulated milliseconds. */
  readonly restMs: number | undefined;
  readonly copyButton: (text: string) => TemplateResult;
}

/** A step in a few words. */
export function titleOf({ command }: Step, texts: SolutionTexts, language: string): string {
  if ("edit" in command) return texts.edit(command.edit.file);
  if ("advanceMs" in command) return texts.wait(waitText(command.advanceMs));
  if ("until" in command) return waitTitle(command)(language);
  return command.aws.split(/\s+/).slice(0, 3).join(" ");
}

/** The step as an item of the list: its own details open while it is next or under way. */
export function drawStep(step: Step, scene: StepScene): TemplateResult {
  const { texts, index, total, state } = scene;
  const word = { done: texts.stepDone, now: texts.stepNow, next: texts.stepNext, later: "" }[state];
  return html`<li class=${state} aria-current=${state === "now" || state === "next" ? "step" : nothing}>
    <span class="number" aria-hidden="true">${state === "done" ? icon("check") : index + 1}</span>
    <details ?open=${state === "now" || state === "next" || (scene.fresh && ("aws" in step.command || step.printed?.unmet !== undefined))}>
      <summary><span class="hidden-text">${texts.stepOf(index + 1, total)}: </span><b class=${"aws" in step.command ? "command" : ""}>${titleOf(step, texts, scene.language)}</b>
        ${word === "" ? nothing : html`<small>${scene.restMs === undefined ? word : texts.passes(waitText(scene.restMs))}</small>`}</summary>
      ${drawCommand(step, scene)}
      ${drawPrinted(step, scene)}
    </details>
    ${step.passed.length === 0 ? nothing : html`<p class="now-passed">${icon("check")}${texts.passed(step.passed.map((check) => check.title(scene.language)).join(" · "))}</p>`}
  </li>`;
}

function drawCommand({ command }: Step, scene: StepScene): TemplateResult | typeof nothing {
  if ("aws" in command)
    return html`<div class="box"><pre class="line" tabindex="0" aria-label=${scene.texts.stepOf(scene.index + 1, scene.total)}>${command.aws}</pre>${scene.copyButton(command.aws)}</div>`;
  if (!("edit" in command)) return nothing;
  const { file, text } = command.edit;
  return html`<div class="box">${drawChanges(file, scene)}${scene.copyButton(text)}</div>`;
}

const SIGNS = { added: "+", removed: "−", same: " ", gap: " " } as const;

function drawChanges(file: string, { changes, texts }: StepScene): TemplateResult {
  if (changes === undefined) return html`<p class="muted">…</p>`;
  if (changes.length === 0) return html`<p class="muted">${texts.noChange}</p>`;
  return html`<ol class="diff" tabindex="0" aria-label=${texts.edit(file)}>${changes.map(({ kind, text }) => {
    const word = kind === "added" ? texts.added : kind === "removed" ? texts.removed : "";
    return html`<li class=${kind}><span class="sign" aria-hidden="true">${SIGNS[kind]}</span>${word === "" ? nothing : html`<span class="hidden-text">${word}: </span>`}<code>${text}</code></li>`;
  })}</ol>`;
}

function drawPrinted({ printed }: Step, { texts, language }: StepScene): TemplateResult | typeof nothing {
  if (printed === undefined) return nothing;
  if (printed.unmet !== undefined) return html`<p class="refused">${unmetText(printed.unmet)(language)}</p>`;
  const text = `${printed.stdout}${printed.stderr}`.trim();
  const refused =
    printed.exitCode === 0 || printed.stderr === "" ? nothing : html`<p class="refused">${texts.refused}</p>`;
  if (text === "") return refused;
  return html`${refused}<p class="printed-head">${texts.printed}</p><pre class="printed" tabindex="0" aria-label=${texts.printed}>${text}</pre>`;
}
