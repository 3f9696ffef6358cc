/** Three buttons below the map: farther, all of the cloud, nearer. */
import { html, type TemplateResult } from "lit";
import type { LateTexts } from "./late-texts/index.ts";
import type { MapAction } from "./map-keys.ts";

/** The buttons as a group. */
export function drawZoom(t: LateTexts, zoom: (action: MapAction) => void): TemplateResult {
  const button = (action: MapAction, sign: string, name: string) =>
    html`<button class="button quiet" type="button" tabindex="-1" title=${name} aria-label=${name} @click=${() => zoom(action)}>${sign}</button>`;
  return html`<span class="zoom" role="group" aria-label=${t.zoom}>${button("farther", "−", t.farther)}${button("fit", t.fit, t.fitHint)}${button("nearer", "+", t.nearer)}</span>`;
}
