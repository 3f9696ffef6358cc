/** What a kind that travels brings to the canvas: small pictures that are drawn once for each look and copied in every frame. */
import type { Moving } from "./kind.ts";

/** A design token's value, by its name without `--qs-`. */
export type Colours = (name: string) => string;

export interface Sprites<Mark extends Moving> {
  /** Room around the picture, in CSS pixels. */
  readonly margin: (mark: Mark) => number;
  /** What the picture shows, as a text: things with the same one share a picture. */
  readonly name: (mark: Mark) => string;
  /** @param ratio device pixels in a CSS pixel */
  readonly draw: (mark: Mark, ratio: number, colours: Colours) => ImageBitmap;
  /** Words beside the picture, which do not change with its size; empty for none. */
  readonly words: (mark: Mark) => string;
  readonly wordsIndent: (mark: Mark) => number;
}

/** From the middle of a thing up to the top of its words' picture, and the height of that, in CSS pixels. */
export const WORDS_RISE = 9;
const WORDS_HEIGHT = 18;

/** Words as a picture of their own, which things keep while they grow and shrink. */
export function drawWords(text: string, ratio: number, colours: Colours): ImageBitmap {
  const canvas = new OffscreenCanvas(Math.ceil((text.length * 7.4 + 4) * ratio), Math.ceil(WORDS_HEIGHT * ratio));
  const pen = canvas.getContext("2d");
  if (pen !== null) {
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.fillStyle = colours("text");
    pen.font = `600 12px ${colours("mono")}`;
    pen.fillText(text, 0, WORDS_RISE + 4);
  }
  return canvas.transferToImageBitmap();
}
