/** The list of problems below the text: one button each, arrows move between them, Enter goes to the place. */
import { html, nothing, type TemplateResult } from "lit";
import type { Problem } from "./problems.ts";
import type { EditorTexts } from "./texts.ts";

/** Shown at most; the rest is counted. */
const MOST_SHOWN = 50;
const SIGNS = { error: "✖", warning: "▲", info: "●" } as const;

/** Renders nothing when there is no problem. */
export function renderProblems(
  problems: readonly Problem[],
  texts: EditorTexts,
  onChoose: (problem: Problem) => void,
): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  const hidden = problems.length - MOST_SHOWN;
  return html`<ul class="list" role="list" aria-label=${texts.problems} @keydown=${moveFocus}>
      ${problems.slice(0, MOST_SHOWN).map((problem, index) => {
        return html`<li>
          <button class="problem ${problem.severity}" tabindex=${index === 0 ? 0 : -1} @click=${() => onChoose(problem)}>
            <span class="sign" role="img" aria-label=${texts.severity[problem.severity]}>${SIGNS[problem.severity]}</span>
            <span class="place">${texts.line(problem.line)}</span>
            <span class="words">
              ${problem.message} ${problem.hint === undefined ? nothing : html`<span class="hint">${problem.hint}</span>`}
              ${problem.path === "" ? nothing : html`<span class="path">${problem.path}</span>`}
            </span>
          </button>
        </li>`;
      })}
    </ul>
    ${hidden > 0 ? html`<p class="more">${texts.more(hidden)}</p>` : nothing}`;
}

function moveFocus(event: KeyboardEvent): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const list = event.currentTarget;
  if (step === 0 || !(list instanceof HTMLElement)) return;
  event.preventDefault();
  const buttons = [...list.querySelectorAll("button")];
  const at = buttons.findIndex((button) => button.matches(":focus"));
  const next = buttons[Math.max(0, Math.min(buttons.length - 1, at + step))];
  next?.focus();
}
