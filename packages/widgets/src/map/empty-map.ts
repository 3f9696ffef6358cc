/** What a map says on which nothing stands: what to do first, in the middle of the upper subnets, where it covers no name. */
import { html, type TemplateResult } from "lit";
import type { Texts } from "../i18n/index.ts";
import type { Scene } from "./scene.ts";

/** Nothing stands on the map, and nothing was left out for want of room. */
export function isEmpty({ tasks, instances, services, hidden }: Scene): boolean {
  return tasks.length + instances.length + services.length === 0 && [...hidden.values()].every((count) => count === 0);
}

/** The hint, with a slot for what the lab offers. */
export function drawEmpty({ places }: Scene, texts: Texts): TemplateResult {
  const subnets = places.filter((place) => place.kind === "subnet");
  const upper = subnets.reduce((top, place) => (place.y < top.y ? place : top), subnets[0] ?? { y: 0, h: 0 });
  const left = places.find(({ kind }) => kind === "vpc")?.x ?? 0;
  return html`<div class="empty" style="top:${upper.y + upper.h / 2}px;left:${left}px"><p>${texts.mapEmpty}</p><slot name="offer"></slot></div>`;
}
