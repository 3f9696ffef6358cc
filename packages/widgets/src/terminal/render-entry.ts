/** Draws what lies around the input: the list of completions above it and the buttons below it. */
import { html, nothing, type TemplateResult } from "lit";
import type { CompletionMenu } from "./completion.ts";
import type { TerminalTexts } from "./texts/index.ts";

/** Id of the option that is active, for `aria-activedescendant`. */
export function activeOption(menu: CompletionMenu | undefined): string | undefined {
  return menu !== undefined && menu.active >= 0 ? `option-${menu.active}` : undefined;
}

/** The list as an ARIA listbox; a press does not take the focus from the input. */
export function renderMenu(
  menu: CompletionMenu,
  texts: TerminalTexts,
  onChoose: (index: number) => void,
): TemplateResult {
  return html`<ul class="menu" id="menu" role="listbox" aria-label=${texts.completions}>
    ${menu.options.map(
      (option, index) => html`<li
        id="option-${index}"
        role="option"
        aria-selected=${index === menu.active}
        @pointerdown=${(event: Event) => event.preventDefault()}
        @click=${() => onChoose(index)}
      ><span class="text">${option.text}</span><span class="detail">${option.detail ?? nothing}</span></li>`,
    )}
  </ul>`;
}

export interface ChipActions {
  readonly lines: readonly string[];
  /** Undefined when there is nothing to complete. */
  readonly onComplete: (() => void) | undefined;
  readonly onChoose: (line: string) => void;
}

/** Buttons for common lines; on a phone also the way to complete, which has no Tab there. */
export function renderChips(actions: ChipActions, texts: TerminalTexts): TemplateResult {
  return html`<div class="chips" role="group" aria-label=${texts.shortcuts}>
    ${
      actions.onComplete === undefined
        ? nothing
        : html`<button class="chip" @click=${actions.onComplete}>⇥ ${texts.complete}</button>`
    }
    ${actions.lines.map(
      (line) =>
        html`<button class="chip" title=${line} @click=${() => actions.onChoose(line)}>${line.replace(/^aws ecs /, "").trim()}</button>`,
    )}
  </div>`;
}
