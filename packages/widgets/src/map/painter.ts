/** What a painter of the map is: the scene says what, the motion says where, the painter puts it on the screen. */
import type { Texts } from "../i18n/index.ts";
import type { Verdict } from "./kinds/instance-mark.ts";
import type { Poses } from "./rest.ts";
import type { Scene } from "./scene.ts";

export interface PaintInput {
  readonly scene: Scene;
  readonly motion: Poses;
  /** ARN of the selected task. */
  readonly selected: string | undefined;
  /** ARNs to draw attention to, for example the evidence of a check. */
  readonly marked: ReadonlySet<string>;
  /** What a decision that is being told makes of the instances, by key. */
  readonly verdicts?: ReadonlyMap<string, Verdict> | undefined;
  readonly texts: Texts;
  /** Dots on the way of a pull move along with simulated time; none with reduced motion. */
  readonly still: boolean;
}

export interface Painter {
  /** The element that shows the picture. */
  readonly surface: SVGSVGElement | HTMLElement;
  /** Shows a scene. @returns whether it wants another frame, having run out of time in this one */
  paint(input: PaintInput): boolean;
  /** The theme changed: colours that were read are stale. */
  forgetColours(): void;
}

/** Cuts a text to what about fits a width, in pixels; what is missing is said by `end`. */
export function fitText(text: string, width: number, characterWidth: number, end = "…"): string {
  const room = Math.floor(width / characterWidth);
  if (text.length <= room) return text;
  return room < 3 ? "" : `${text.slice(0, room - end.length)}${end}`;
}

/** Whether the unmoving part of two pictures is the same, so that it need not be drawn again. */
export function samePlaces(before: PaintInput | undefined, now: PaintInput): boolean {
  if (before === undefined || before.texts !== now.texts) return false;
  const left = before.scene;
  const right = now.scene;
  return (
    left.places === right.places &&
    (left.definitions.length === 0) === (right.definitions.length === 0) &&
    left.counts.waiting === right.counts.waiting &&
    left.counts.stopped === right.counts.stopped &&
    left.hidden.size === right.hidden.size &&
    [...left.hidden].every(([key, value]) => right.hidden.get(key) === value)
  );
}
