/** A state's glyph as a picture of its own, wherever its name is written. */
import { html, svg, type TemplateResult } from "lit";
import type { StateLook } from "./state-look.ts";

/** A state's glyph as a small picture beside its name. */
export function glyphOf(look: StateLook): TemplateResult {
  return html`<svg viewBox="0 0 12 12" aria-hidden="true" style="--c: var(${look.token})">${svg`<path d=${look.glyph}></path>`}</svg>`;
}
