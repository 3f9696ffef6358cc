/** One task as SVG, at the origin and at its own size: outline by state, glyph, names, address, containers inside. */
import { nothing, type SVGTemplateResult, svg } from "lit";
import type { StateLook } from "../../base/state-look.ts";
import { fitText } from "../painter.ts";
import type { ContainerMark, TaskMark } from "./task-mark.ts";
import { boxZoom, CONTAINER_HEIGHT, containerSlots, containerText, cornerOf, plugOf } from "./task-shape.ts";

/** The drawing of a task in a box of the given size. Drawn again only when the mark or the size changed. */
export function drawTask(mark: TaskMark, size: { readonly w: number; readonly h: number }): SVGTemplateResult {
  const { w, h } = size;
  const colour = `--c: var(${mark.look.token})`;
  const radius = cornerOf(w, h);
  const dash = mark.look.dash.length === 0 ? nothing : mark.look.dash.join(" ");
  return svg`<g style=${colour}>
    <rect class="ground" width=${w} height=${h} rx=${radius}></rect>
    <rect class="fill ${mark.look.fill}" fill=${fillOf(mark)} width=${w} height=${h} rx=${radius}></rect>
    <rect class="outline" x="0.75" y="0.75" width=${Math.max(0, w - 1.5)} height=${Math.max(0, h - 1.5)} rx=${Math.max(0, radius - 0.75)} stroke-dasharray=${dash}></rect>
    ${mark.stripe === undefined ? nothing : svg`<rect x="1.5" y="3" width="4" height=${h - 6} fill=${mark.stripe}></rect>`}
    ${mark.detail === "spot" ? drawSpot(mark, w, h) : mark.detail === "cell" ? drawCell(mark, w, h) : drawBox(mark, w, h)}
  </g>${mark.badge === undefined || mark.detail === "spot" ? nothing : svg`<g transform="translate(${w - 3} 3)">${mark.badge}</g>`}`;
}

function glyph(
  mark: { readonly look: { readonly glyph: string } },
  x: number,
  y: number,
  size: number,
): SVGTemplateResult {
  return svg`<path class="glyph" transform="translate(${x} ${y}) scale(${size / 12})" d=${mark.look.glyph}></path>`;
}

/** Stripes are patterns of the surface, one a colour, because a pattern does not inherit from what it fills. */
function fillOf(mark: { readonly look: StateLook }): string | typeof nothing {
  return mark.look.fill === "stripes" ? `url(#stripes-${mark.look.name})` : nothing;
}

function drawSpot(mark: TaskMark, w: number, h: number): SVGTemplateResult {
  const size = Math.min(w, h) * 0.66;
  return glyph(mark, (w - size) / 2, (h - size) / 2, size);
}

/** From this height on a cell's words have their full size, and from this width on it says its revision. */
const FULL_CELL = 21;
const ROOMY_CELL = 68;
const REVISION_FROM = 92;

function drawCell(mark: TaskMark, w: number, h: number): SVGTemplateResult {
  const full = h >= FULL_CELL;
  const size = full ? 10 : 9;
  const indent = full && w >= ROOMY_CELL ? 7 : 5;
  const from = size + indent + (full ? 4 : 3);
  const text = fitText(mark.shortId, w - from - 2, full ? 7.2 : 6.6, "");
  const revision = mark.label.slice(mark.label.lastIndexOf(":"));
  return svg`${glyph(mark, indent, (h - size) / 2, size)}
    <text class=${full ? "name" : "name small"} x=${from} y=${h / 2 + 4}>${text}</text>
    ${w >= REVISION_FROM && from + text.length * 7.2 + revision.length * 7 < w - 8 ? svg`<text class="id small" x=${w - 7} y=${h / 2 + 4}>${revision}</text>` : nothing}`;
}

/** A box with room to spare is drawn larger, words included, instead of emptier. */
function drawBox(mark: TaskMark, width: number, height: number): SVGTemplateResult {
  const zoom = boxZoom(height);
  return svg`<g transform="scale(${zoom})">${drawInside(mark, width / zoom, height / zoom)}</g>`;
}

function drawInside(mark: TaskMark, w: number, h: number): SVGTemplateResult {
  const address = mark.address ?? "";
  const status = mark.lastStatus.length * 7.3 + 24;
  return svg`${glyph(mark, 9, 6.5, 11)}
    <text class="label" x="25" y="16.5">${fitText(mark.label, w - 38 - mark.shortId.length * 7.2, 6.5)}</text>
    <text class="id" x=${w - 9} y="16.5">${mark.shortId}</text>
    <text class="status" x="9" y="31.5">${mark.lastStatus}</text>
    ${status + address.length * 7 < w ? svg`<text class="address" x=${w - 9} y="31.5">${address}</text>` : nothing}
    ${drawInterface(mark, h)}
    ${containerSlots(mark, w, h).map((slot) => drawContainer(slot.container, slot))}`;
}

function drawInterface(mark: TaskMark, h: number): SVGTemplateResult | typeof nothing {
  const state = plugOf(mark);
  if (state === undefined) return nothing;
  return svg`<g class="eni ${state}"><rect x="-4" y=${h / 2 - 7} width="6" height="14" rx="2"></rect></g>`;
}

function drawContainer(
  mark: ContainerMark,
  at: { readonly x: number; readonly y: number; readonly w: number },
): SVGTemplateResult {
  const name = fitText(containerText(mark), at.w - 20, 6.7);
  const wanted = mark.port === undefined ? "" : `:${mark.port}`;
  const port = 17 + (name.length + wanted.length) * 6.7 + 10 < at.w ? wanted : "";
  const health = mark.healthStatus === "HEALTHY" ? "healthy" : mark.healthStatus === "UNHEALTHY" ? "unhealthy" : "";
  return svg`<g class="container ${health}" style="--c: var(${mark.look.token})" transform="translate(${at.x} ${at.y})">
    <rect class="ground" width=${at.w} height=${CONTAINER_HEIGHT} rx="4"></rect>
    ${mark.progress === undefined ? nothing : svg`<rect class="progress" width=${at.w * mark.progress} height=${CONTAINER_HEIGHT} rx="4"></rect>`}
    <rect class="fill ${mark.look.fill}" fill=${fillOf(mark)} width=${at.w} height=${CONTAINER_HEIGHT} rx="4"></rect>
    <rect class="outline" x="0.5" y="0.5" width=${Math.max(0, at.w - 1)} height=${CONTAINER_HEIGHT - 1} rx="3.5" stroke-dasharray=${mark.look.dash.length === 0 ? nothing : "3 2"}></rect>
    ${glyph(mark, 5, 4, 8)}
    <text class="container-name" x="17" y="12">${name}</text>
    ${port === "" ? nothing : svg`<text class="port" x=${at.w - 5} y="12">${port}</text>`}
  </g>`;
}
