/** Draws one command with its output. Everything printed goes through text bindings: nothing of it is ever markup. */
import { html, nothing, type TemplateResult } from "lit";
import { paintJson } from "../editor/paint-json.ts";
import { type Block, clockText, fold, type SecondThought } from "./screen.ts";
import type { TerminalTexts } from "./texts/index.ts";

export interface BlockLook {
  readonly open: boolean;
  readonly copied: boolean;
  readonly texts: TerminalTexts;
  readonly onToggle: () => void;
  readonly onCopy: () => void;
  readonly onMeant: (line: string) => void;
}

/** Whether something went wrong with a command: it failed, or its answer lists failures. */
export function isDoubtful({ exitCode, stdout }: { readonly exitCode: number; readonly stdout: string }): boolean {
  return exitCode !== 0 || /"failures": \[\s*\{/.test(stdout);
}

/** The block as one group: the command, its output, its errors with a sign and the exit code. */
export function renderBlock(block: Block, look: BlockLook): TemplateResult {
  const { texts } = look;
  const failed = block.exitCode !== undefined && block.exitCode !== 0;
  const printed = block.stdout !== "" || block.stderr !== "";
  const tookMs = block.endedMs - block.startedMs;
  return html`<div class="block ${failed ? "failed" : ""}" data-block=${block.id}>
    <div class="command">
      <span class="time" title=${texts.simulatedTime}>${clockText(block.startedMs)}</span>
      <span class="prompt" aria-hidden="true">${block.prompt}</span>
      <span class="line">${block.line}</span>
      ${
        printed
          ? html`<button class="copy" @click=${look.onCopy}>${look.copied ? texts.copied : texts.copy}</button>`
          : nothing
      }
    </div>
    ${block.exitCode === undefined ? html`<p class="note">${texts.running}</p>` : nothing}
    ${block.stdout === "" ? nothing : output(block.stdout, look)}
    ${block.stderr === "" ? nothing : errors(block, look)}
    ${block.thought === undefined ? nothing : drawThought(block.thought, look)}
    ${tookMs > 0 ? html`<p class="note">${texts.took(String(Math.round(tookMs / 100) / 10))}</p>` : nothing}
  </div>`;
}

function drawThought({ meant, meaning }: SecondThought, { texts, onMeant }: BlockLook): TemplateResult {
  return html`<div class="thought">
    ${
      meant.length === 0
        ? nothing
        : html`<p>${texts.didYouMean} ${meant.map((line) => html`<button class="meant" @click=${() => onMeant(line)}>${line}</button> `)}</p>`
    }
    ${
      meaning === undefined
        ? nothing
        : html`<p><b>${texts.whatThisMeans}</b> ${meaning.text} <a href=${meaning.href}>${meaning.title}</a></p>`
    }
  </div>`;
}

function output(text: string, look: BlockLook): TemplateResult {
  const shown = fold(text, look.open);
  const folds = look.open && fold(text, false).hidden > 0;
  return html`<pre class="out" tabindex=${isWide(shown.text) ? "0" : nothing}>${paintJson(shown.text).map((piece) =>
    piece.kind === undefined ? piece.text : html`<span class=${piece.kind}>${piece.text}</span>`,
  )}</pre>
    ${
      shown.hidden > 0 || folds
        ? html`<button class="fold" aria-expanded=${look.open} @click=${look.onToggle}>
            ${folds ? look.texts.showLess : look.texts.showAll(shown.hidden)}
          </button>`
        : nothing
    }`;
}

function errors(block: Block, { texts }: BlockLook): TemplateResult {
  return html`<div class="err">
    <span class="badge"><span aria-hidden="true">✖</span> ${texts.errorOutput} · ${texts.exit(block.exitCode ?? 0)}</span>
    <pre>${block.stderr.replace(/^\n+|\n+$/g, "")}</pre>
  </div>`;
}

/** Columns that a phone shows. */
const NARROWEST_COLUMNS = 40;

/** Text that will not fit on every screen gets a stop for the keyboard, so that it can be scrolled sideways. */
function isWide(text: string): boolean {
  return text.split("\n").some((line) => line.length > NARROWEST_COLUMNS);
}
