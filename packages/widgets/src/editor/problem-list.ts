/**
 * The list of problems below the text: a button that goes to the place and one for each fix. Up and down move between the
 * problems, right and left between a problem and its fixes.
 */
import type { Fix } from "@quayside/linter";
import { html, nothing, type TemplateResult } from "lit";
import type { Problem } from "./problems.ts";
import type { EditorTexts } from "./texts/index.ts";

/** Shown at most; the rest is counted. */
const MOST_SHOWN = 50;
/** Fixes offered for one problem at most. */
const MOST_FIXES = 3;
const SIGNS = { error: "✖", warning: "▲", info: "●" } as const;

export interface ProblemActions {
  readonly onChoose: (problem: Problem) => void;
  /** Undefined where the text cannot be changed. */
  readonly onFix: ((fix: Fix) => void) | undefined;
}

/** Renders nothing when there is no problem. */
export function renderProblems(
  problems: readonly Problem[],
  texts: EditorTexts,
  actions: ProblemActions,
): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  const hidden = problems.length - MOST_SHOWN;
  return html`<ul class="list" role="list" aria-label=${texts.problems} @keydown=${moveFocus}>
      ${problems.slice(0, MOST_SHOWN).map((problem, index) => renderProblem(problem, index === 0, texts, actions))}
    </ul>
    ${hidden > 0 ? html`<p class="more">${texts.more(hidden)}</p>` : nothing}`;
}

function renderProblem(
  problem: Problem,
  isFirst: boolean,
  texts: EditorTexts,
  { onChoose, onFix }: ProblemActions,
): TemplateResult {
  const fixes = onFix === undefined ? [] : problem.fixes.slice(0, MOST_FIXES);
  return html`<li>
    <button class="problem ${problem.severity}" tabindex=${isFirst ? 0 : -1} @click=${() => onChoose(problem)}>
      <span class="sign" role="img" aria-label=${texts.severity[problem.severity]}>${SIGNS[problem.severity]}</span>
      <span class="place">${texts.line(problem.line)}</span>
      <span class="words">
        <span lang=${problem.isAws ? "en" : nothing}>${problem.message}</span> ${problem.hint === undefined ? nothing : html`<span class="hint">${problem.hint}</span>`}
        ${problem.path === "" ? nothing : html`<span class="path">${problem.path}</span>`}
      </span>
    </button>
    ${
      fixes.length === 0
        ? nothing
        : html`<span class="fixes">${fixes.map((fix) => html`<button class="fix" data-at=${problem.start} @click=${() => onFix?.(fix)}>${texts.fix(fix.title)}</button>`)}</span>`
    }
  </li>`;
}

function moveFocus(event: KeyboardEvent): void {
  const list = event.currentTarget;
  const button = event.target;
  if (!(list instanceof HTMLElement) || !(button instanceof HTMLElement)) return;
  const along = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  const down = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const row = button.closest("li");
  const buttons = along !== 0 ? [...(row?.querySelectorAll("button") ?? [])] : [...list.querySelectorAll(".problem")];
  if (along === 0 && down === 0) return;
  event.preventDefault();
  const at = buttons.indexOf(along !== 0 ? button : (row?.querySelector(".problem") ?? button));
  const next = buttons[Math.max(0, Math.min(buttons.length - 1, at + along + down))];
  if (next instanceof HTMLElement) next.focus();
}
