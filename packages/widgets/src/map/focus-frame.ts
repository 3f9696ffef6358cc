/** The focus over a thing of the map: an invisible button at its place, which says what it is. */
import { html, type TemplateResult } from "lit";
import type { Texts } from "../i18n/index.ts";
import { kindOf } from "./kinds/index.ts";
import type { Thing, Told } from "./kinds/kind.ts";
import type { Rect } from "./rect.ts";

/** Least size of what takes the focus, in pixels. @source WCAG 2.2, 2.5.8 Target Size (checked 2026-11-21) */
const LEAST_TARGET = 24;

/** Place and size of the focus over a box, as a style: around a small one it is larger than the box. */
function focusFrame({ x, y, w, h }: Rect): string {
  const [width, height] = [Math.max(LEAST_TARGET, w), Math.max(LEAST_TARGET, h)];
  return `left:${x - (width - w) / 2}px;top:${y - (height - h) / 2}px;width:${width}px;height:${height}px`;
}

/** The button over a thing; over all of the map while there is none. */
export function drawFocus(
  mark: Thing | undefined,
  told: Told | undefined,
  texts: Texts,
  on: { readonly key: (event: KeyboardEvent) => void; readonly focus: () => void; readonly leave: () => void },
): TemplateResult {
  const name = mark === undefined || told === undefined ? texts.mapNoTasks : kindOf(mark).sentence(mark, told);
  const style = mark === undefined ? "left:0;top:0;width:100%;height:100%" : focusFrame(mark);
  return html`<button class="focus" type="button" style=${style} aria-label=${name} aria-describedby="map-keys"
    @keydown=${on.key} @focus=${on.focus} @blur=${on.leave}></button><span id="map-keys" class="hidden-text">${texts.mapKeys}</span>`;
}
