/** What a painter of the map is: the scene says what, the motion says where, the painter puts it on the screen. */
import type { Texts } from "../i18n/index.ts";
import type { Motion } from "./motion.ts";
import type { Scene } from "./scene.ts";

export interface PaintInput {
  readonly scene: Scene;
  readonly motion: Motion;
  /** ARN of the selected task. */
  readonly selected: string | undefined;
  /** ARNs to draw attention to, for example the evidence of a check. */
  readonly marked: ReadonlySet<string>;
  readonly texts: Texts;
  /** Dots on the way of a pull move along with simulated time; none with reduced motion. */
  readonly still: boolean;
}

export interface Painter {
  /** The element that shows the picture. */
  readonly surface: SVGSVGElement | HTMLElement;
  paint(input: PaintInput): void;
  /** The theme changed: colours that were read are stale. */
  forgetColours(): void;
}

/** Above so many tasks the map is drawn on a canvas: SVG costs three times as much of the main thread there. */
export const CANVAS_FROM = 300;

/** Cuts a text to what about fits a width; monospaced estimate, in pixels. */
export function fitText(text: string, width: number, characterWidth: number): string {
  const room = Math.floor(width / characterWidth);
  if (text.length <= room) return text;
  return room < 3 ? "" : `${text.slice(0, room - 1)}…`;
}

/** Whether the unmoving part of two pictures is the same, so that it need not be drawn again. */
export function samePlaces(before: PaintInput | undefined, now: PaintInput): boolean {
  const left = before?.scene.counts;
  const right = now.scene.counts;
  return left?.waiting === right.waiting && left.stopped === right.stopped && sameLayout(before, now);
}

/** Whether the places stand where they stood and hide as many tasks; their counts may differ. */
export function sameLayout(before: PaintInput | undefined, now: PaintInput): boolean {
  if (before === undefined || before.texts !== now.texts) return false;
  const left = before.scene;
  const right = now.scene;
  return (
    left.width === right.width &&
    left.height === right.height &&
    left.hidden.size === right.hidden.size &&
    [...left.hidden].every(([key, value]) => right.hidden.get(key) === value) &&
    left.places.length === right.places.length &&
    left.places.every((place, index) => place.h === right.places[index]?.h && place.y === right.places[index]?.y)
  );
}
