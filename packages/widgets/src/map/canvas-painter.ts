/**
 * Draws the scene with its tasks on a canvas: for more tasks than SVG can move. The places are SVG under it, drawn when they
 * change. A frame is one copy of a sprite for each task, at its final size and on whole pixels.
 */
import { dotPhase, visitDots } from "./flow-drawing.ts";
import { isCut, movingOf } from "./kinds/index.ts";
import type { Moving } from "./kinds/kind.ts";
import { drawWords, WORDS_RISE } from "./kinds/sprite.ts";
import { spritesOf } from "./kinds/sprites.ts";
import { cornerOf } from "./kinds/task-shape.ts";
import type { Painter, PaintInput } from "./painter.ts";
import { PlacesLayer } from "./places-layer.ts";
import type { Rect } from "./rect.ts";
import type { Pose } from "./rest.ts";

/** How many sprites are kept. */
const MOST_SPRITES = 1500;
/** Real time in a frame for drawing new sprites; what is left shows its last one meanwhile, stretched. */
const SPRITES_FOR_MS = 2;
const DOT_RADIUS = 1.5;

type Pen = CanvasRenderingContext2D;

interface Drawn {
  mark: Moving;
  sprite: ImageBitmap;
  /** What a cell says, apart from its frame: words do not change with the cell's size. */
  words: ImageBitmap | undefined;
  /** The sprite is an earlier one, for want of time. */
  late: boolean;
  frame: number;
}

export class CanvasPainter implements Painter {
  readonly surface = document.createElement("div");
  readonly #places = new PlacesLayer();
  readonly #canvas = document.createElement("canvas");
  readonly #sprites = new Map<string, ImageBitmap>();
  readonly #drawn = new Map<string, Drawn>();
  readonly #colours = new Map<string, string>();
  #dot: ImageBitmap | undefined;
  #ratio = 1;
  #frame = 0;
  #spritesUntilMs = 0;

  constructor() {
    this.surface.setAttribute("aria-hidden", "true");
    this.surface.className = "canvases";
    this.surface.append(this.#places.surface, this.#canvas);
  }

  forgetColours(): void {
    this.#colours.clear();
    this.#forgetSprites();
  }

  paint(input: PaintInput): boolean {
    const { scene } = input;
    this.#frame += 1;
    this.#spritesUntilMs = performance.now() + SPRITES_FOR_MS;
    const late = this.#places.paint(input);
    this.#resize(scene);
    const pen = this.#canvas.getContext("2d");
    if (pen === null) return false;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    pen.imageSmoothingEnabled = false;
    this.#paintFlows(pen, input);
    const isLate = this.#paintMoving(pen, input);
    this.#paintLeaving(pen, input);
    this.#paintRings(pen, input);
    return late || isLate;
  }

  /** Things that stand in a zoomed cloud are cut at its frame, those on their way are not. @returns whether one is late */
  #paintMoving(pen: Pen, input: PaintInput): boolean {
    const { scene } = input;
    let late = false;
    const rest: Moving[] = [];
    if (scene.isClipped) this.#cut(pen, scene.frame);
    for (const mark of movingOf(scene)) {
      if (scene.isClipped && !isCut(mark, input)) rest.push(mark);
      else late = this.#paintOne(pen, mark, input) || late;
    }
    if (scene.isClipped) pen.restore();
    for (const mark of rest) late = this.#paintOne(pen, mark, input) || late;
    return late;
  }

  #cut(pen: Pen, { x, y, w, h }: Rect): void {
    const ratio = this.#ratio;
    pen.save();
    pen.beginPath();
    pen.rect(x * ratio, y * ratio, w * ratio, h * ratio);
    pen.clip();
  }

  #paintOne(pen: Pen, mark: Moving, { motion }: PaintInput): boolean {
    const pose = motion.pose(mark.key);
    if (pose === undefined) return false;
    const drawn = this.#refresh(mark);
    drawn.frame = this.#frame;
    this.#paintThing(pen, drawn, pose);
    return drawn.late;
  }

  #paintThing(pen: Pen, { mark, sprite, words, late }: Drawn, pose: Readonly<Pose>): void {
    const ratio = this.#ratio;
    const sprites = spritesOf(mark);
    const margin = sprites.margin(mark);
    const x = Math.round((pose.x - margin) * ratio);
    const y = Math.round((pose.y - margin) * ratio);
    if (pose.opacity < 1) pen.globalAlpha = pose.opacity;
    if (late) {
      pen.imageSmoothingEnabled = true;
      pen.drawImage(sprite, x, y, (pose.w + 2 * margin) * ratio, (pose.h + 2 * margin) * ratio);
      pen.imageSmoothingEnabled = false;
    } else pen.drawImage(sprite, x, y);
    if (words !== undefined)
      pen.drawImage(
        words,
        x + Math.round(sprites.wordsIndent(mark) * ratio),
        y + Math.round((mark.h / 2 + margin - WORDS_RISE) * ratio),
      );
    if (pose.opacity < 1) pen.globalAlpha = 1;
  }

  /** Tasks that the scene no longer shows fade where they stood. */
  #paintLeaving(pen: Pen, { motion }: PaintInput): void {
    for (const [key, drawn] of this.#drawn) {
      if (drawn.frame === this.#frame) continue;
      const pose = motion.pose(key);
      if (pose === undefined) this.#drawn.delete(key);
      else this.#paintThing(pen, drawn, pose);
    }
  }

  /** Selected and marked tasks, over all others. */
  #paintRings(pen: Pen, { motion, selected, marked }: PaintInput): void {
    for (const key of selected === undefined ? marked : new Set([...marked, selected])) {
      const pose = motion.pose(key);
      const mark = this.#drawn.get(key)?.mark;
      if (pose === undefined || mark === undefined) continue;
      const ratio = this.#ratio;
      pen.beginPath();
      pen.roundRect(pose.x * ratio, pose.y * ratio, pose.w * ratio, pose.h * ratio, cornerOf(pose.w, pose.h) * ratio);
      pen.strokeStyle = this.#colour(marked.has(key) ? "brass" : "accent");
      pen.lineWidth = 3.5 * ratio;
      pen.stroke();
    }
  }

  #paintFlows(pen: Pen, input: PaintInput): void {
    if (input.scene.flows.length === 0) return;
    this.#dot ??= this.#drawDot();
    const dot = this.#dot;
    const ratio = this.#ratio;
    const half = dot.width / 2;
    visitDots(input.scene.flows, dotPhase(input), (x, y) => {
      pen.drawImage(dot, Math.round(x * ratio - half), Math.round(y * ratio - half));
    });
  }

  #drawDot(): ImageBitmap {
    const size = Math.ceil((2 * DOT_RADIUS + 1) * this.#ratio);
    const canvas = new OffscreenCanvas(size, size);
    const pen = canvas.getContext("2d");
    if (pen !== null) {
      pen.fillStyle = this.#colour("accent");
      pen.arc(size / 2, size / 2, DOT_RADIUS * this.#ratio, 0, 2 * Math.PI);
      pen.fill();
    }
    return canvas.transferToImageBitmap();
  }

  /** The task's sprite as it should be, or the one it had when there is no time left in this frame. */
  #refresh(mark: Moving): Drawn {
    const drawn = this.#drawn.get(mark.key);
    if (drawn !== undefined && drawn.mark === mark && !drawn.late) return drawn;
    const sprite = this.#sprite(mark, drawn !== undefined);
    if (drawn === undefined) {
      const words = this.#words(mark);
      const added = { mark, sprite: sprite as ImageBitmap, words, late: false, frame: 0 };
      this.#drawn.set(mark.key, added);
      return added;
    }
    if (spritesOf(mark).words(mark) !== spritesOf(drawn.mark).words(drawn.mark)) drawn.words = this.#words(mark);
    drawn.mark = mark;
    drawn.late = sprite === undefined;
    drawn.sprite = sprite ?? drawn.sprite;
    return drawn;
  }

  #words(mark: Moving): ImageBitmap | undefined {
    const text = spritesOf(mark).words(mark);
    if (text === "") return undefined;
    let words = this.#sprites.get(text);
    if (words === undefined) {
      words = drawWords(text, this.#ratio, (token) => this.#colour(token));
      this.#sprites.set(text, words);
    }
    return words;
  }

  #sprite(mark: Moving, canWait: boolean): ImageBitmap | undefined {
    const name = spritesOf(mark).name(mark);
    const known = this.#sprites.get(name);
    if (known !== undefined) return known;
    if (canWait && performance.now() > this.#spritesUntilMs) return undefined;
    if (this.#sprites.size >= MOST_SPRITES) this.#sprites.clear();
    const sprite = spritesOf(mark).draw(mark, this.#ratio, (token) => this.#colour(token));
    this.#sprites.set(name, sprite);
    return sprite;
  }

  #forgetSprites(): void {
    this.#sprites.clear();
    this.#drawn.clear();
    this.#dot = undefined;
  }

  /** A token's value, read once a theme. */
  #colour(name: string): string {
    let known = this.#colours.get(name);
    if (known === undefined) {
      known = getComputedStyle(this.surface).getPropertyValue(`--qs-${name}`).trim() || "#888";
      this.#colours.set(name, known);
    }
    return known;
  }

  #resize(size: { readonly width: number; readonly height: number }): void {
    const ratio = Math.min(2, globalThis.devicePixelRatio || 1);
    if (ratio !== this.#ratio) this.#forgetSprites();
    this.#ratio = ratio;
    const width = Math.round(size.width * ratio);
    const height = Math.round(size.height * ratio);
    const canvas = this.#canvas;
    if (canvas.width === width && canvas.height === height) return;
    canvas.width = width;
    canvas.height = height;
    canvas.style.width = `${size.width}px`;
    canvas.style.height = `${size.height}px`;
  }
}
