/**
 * Draws the same scene on a canvas: for more tasks than SVG can move. The places are drawn once on a layer of their own and
 * copied each frame.
 */
import { flowPath } from "./flow-drawing.ts";
import { fitText, type Painter, type PaintInput, sameLayout } from "./painter.ts";
import type { Place } from "./places.ts";
import type { Scene, TaskMark } from "./scene.ts";

const NAMES = [
  "surface",
  "text",
  "muted",
  "border",
  "border-strong",
  "accent",
  "water",
  "water-line",
  "sunken",
  "mono",
  "font",
];

/** Room for the outline around a sprite, in pixels; and how many sprites are kept. */
const MARGIN = 2;
const MOST_SPRITES = 300;

export class CanvasPainter implements Painter {
  readonly surface = document.createElement("div");
  /** The places, drawn when they change, under the tasks, drawn each frame. */
  readonly #layer = document.createElement("canvas");
  readonly #front = document.createElement("canvas");
  readonly #sprites = new Map<string, ImageBitmap>();
  #colours: Map<string, string> | undefined;
  #layerOf: PaintInput | undefined;

  constructor() {
    this.surface.setAttribute("aria-hidden", "true");
    this.surface.className = "canvases";
    this.surface.append(this.#layer, this.#front);
  }

  forgetColours(): void {
    this.#colours = undefined;
    this.#sprites.clear();
    this.#layerOf = undefined;
  }

  paint(input: PaintInput): void {
    const { scene, motion } = input;
    const ratio = pixelRatio();
    resize(this.#front, scene, ratio);
    const pen = this.#front.getContext("2d");
    if (pen === null) return;
    this.#paintPlaces(input, ratio);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, scene.width, scene.height);
    pen.imageSmoothingEnabled = false;
    this.#paintFlows(pen, input);
    for (const mark of scene.tasks) {
      const pose = motion.pose(mark.key);
      if (pose === undefined) continue;
      pen.globalAlpha = pose.opacity;
      this.#paintTask(pen, mark, pose, mark.key === input.selected || input.marked.has(mark.key));
    }
    pen.globalAlpha = 1;
  }

  #paintTask(
    pen: CanvasRenderingContext2D,
    mark: TaskMark,
    at: { x: number; y: number; w: number; h: number },
    ringed: boolean,
  ): void {
    const sprite = this.#sprite(mark);
    // On whole pixels and at its final size the sprite is copied, not sampled; a third of the cost.
    const ratio = pixelRatio();
    const x = Math.round((at.x - MARGIN) * ratio) / ratio;
    const y = Math.round((at.y - MARGIN) * ratio) / ratio;
    pen.drawImage(sprite, x, y, sprite.width / ratio, sprite.height / ratio);
    if (ringed) {
      pen.strokeStyle = this.#colour("accent");
      pen.lineWidth = 3;
      pen.strokeRect(at.x, at.y, at.w, at.h);
    }
    if (mark.detail !== "spot") this.#paintWords(pen, mark, at);
  }

  /** The wordless part of a task at the size it will have, drawn once for each look: copying is far cheaper than filling paths. */
  #sprite(mark: TaskMark): ImageBitmap {
    const size = { w: mark.w, h: mark.h };
    const key = `${mark.look.name} ${mark.detail} ${size.w.toFixed(1)} ${size.h.toFixed(1)}`;
    const known = this.#sprites.get(key);
    if (known !== undefined) return known;
    if (this.#sprites.size >= MOST_SPRITES) this.#sprites.clear();
    const ratio = pixelRatio();
    const width = Math.max(1, Math.round((size.w + 2 * MARGIN) * ratio));
    const canvas = new OffscreenCanvas(width, Math.max(1, Math.round((size.h + 2 * MARGIN) * ratio)));
    const pen = canvas.getContext("2d");
    if (pen !== null) {
      pen.setTransform(ratio, 0, 0, ratio, MARGIN * ratio, MARGIN * ratio);
      this.#paintBox(pen, mark, size);
    }
    const sprite = canvas.transferToImageBitmap();
    this.#sprites.set(key, sprite);
    return sprite;
  }

  #paintBox(
    pen: OffscreenCanvasRenderingContext2D,
    mark: TaskMark,
    size: { readonly w: number; readonly h: number },
  ): void {
    const colour = this.#colour(mark.look.token.slice(5));
    pen.beginPath();
    pen.roundRect(0, 0, size.w, size.h, Math.min(6, size.w / 5, size.h / 3));
    pen.fillStyle = this.#colour("surface");
    pen.fill();
    if (mark.look.fill !== "hollow") {
      pen.globalAlpha = mark.look.fill === "tint" ? 0.28 : 0.16;
      pen.fillStyle = colour;
      pen.fill();
      pen.globalAlpha = 1;
    }
    pen.strokeStyle = colour;
    pen.lineWidth = 1.5;
    pen.setLineDash(mark.look.dash as number[]);
    pen.stroke();
    const boxed = mark.detail !== "spot";
    const glyph = glyphSize(mark, size);
    pen.translate(boxed ? 6 : (size.w - glyph) / 2, mark.detail === "box" ? 6 : (size.h - glyph) / 2);
    pen.scale(glyph / 12, glyph / 12);
    pen.fillStyle = colour;
    pen.fill(new Path2D(mark.look.glyph));
  }

  #paintWords(pen: CanvasRenderingContext2D, mark: TaskMark, at: { x: number; y: number; w: number; h: number }): void {
    if (at.h < 14) return;
    const boxed = mark.detail === "box";
    const indent = glyphSize(mark, at) + 11;
    pen.fillStyle = this.#colour("text");
    pen.font = `600 10.5px ${this.#colour("mono")}`;
    pen.fillText(
      fitText(boxed ? mark.label : mark.shortId, at.w - indent - 3, 6.4),
      at.x + indent,
      boxed ? at.y + 15 : at.y + at.h / 2 + 3.5,
    );
    if (!boxed || at.h < 34) return;
    pen.fillStyle = this.#colour("muted");
    pen.font = `10px ${this.#colour("mono")}`;
    pen.fillText(fitText(mark.address ?? mark.lastStatus, at.w - 14, 6.1), at.x + 7, at.y + 29);
  }

  #paintFlows(pen: CanvasRenderingContext2D, { scene, still }: PaintInput): void {
    pen.strokeStyle = this.#colour("accent");
    pen.lineWidth = 2.5;
    pen.setLineDash([1, 11]);
    pen.lineCap = "round";
    pen.lineDashOffset = still ? 0 : -((scene.atMs / 1000) * 26) % 12;
    for (const flow of scene.flows) pen.stroke(new Path2D(flowPath(flow)));
    pen.setLineDash([]);
    pen.lineCap = "butt";
  }

  #paintPlaces(input: PaintInput, ratio: number): void {
    const { scene, texts } = input;
    const same = sameLayout(this.#layerOf, input);
    this.#layerOf = input;
    if (same) return;
    resize(this.#layer, scene, ratio);
    const pen = this.#layer.getContext("2d");
    if (pen === null) return;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, scene.width, scene.height);
    const titles: Record<string, string> = {
      queue: texts.mapWaiting,
      tray: texts.mapStopped,
      registry: texts.mapRegistry,
      gateway: texts.mapGateway,
    };
    for (const place of scene.places) this.#paintPlace(pen, place, titles[place.kind] ?? place.title, scene);
  }

  #paintPlace(pen: CanvasRenderingContext2D, place: Place, title: string, scene: Scene): void {
    const fill =
      place.kind === "vpc" ? "water" : place.kind === "subnet" || place.kind === "gateway" ? "surface" : "sunken";
    pen.beginPath();
    pen.roundRect(place.x + 0.5, place.y + 0.5, place.w - 1, place.h - 1, place.kind === "vpc" ? 12 : 8);
    if (place.kind !== "zone") {
      pen.fillStyle = this.#colour(fill);
      pen.fill();
    }
    pen.strokeStyle = this.#colour(place.kind === "vpc" || place.kind === "zone" ? "water-line" : "border");
    pen.stroke();
    pen.fillStyle = this.#colour("muted");
    pen.font = `600 11px ${this.#colour("font")}`;
    const middle = place.kind === "queue" || place.kind === "tray" || place.kind === "registry";
    const beside = place.kind === "gateway" ? place.w + 6 : 10;
    pen.fillText(
      place.kind === "vpc" ? `VPC ${place.detail}` : title,
      place.x + beside,
      place.y + (middle ? place.h / 2 + 4 : 14.5),
    );
    const hidden = scene.hidden.get(place.kind === "subnet" ? place.key : place.kind) ?? 0;
    if (hidden > 0) pen.fillText(`+${hidden}`, place.x + place.w - 44, place.y + (middle ? place.h / 2 + 4 : 14.5));
  }

  /** A token's value, read once a theme. */
  #colour(name: string): string {
    this.#colours ??= new Map(NAMES.map((known) => [known, readToken(this.surface, known)]));
    const known = this.#colours.get(name) ?? readToken(this.surface, name);
    this.#colours.set(name, known);
    return known;
  }
}

function glyphSize(mark: TaskMark, size: { readonly w: number; readonly h: number }): number {
  return mark.detail === "spot" ? Math.min(size.w, size.h) * 0.66 : Math.min(11, size.h * 0.6);
}

function pixelRatio(): number {
  return Math.min(2, globalThis.devicePixelRatio || 1);
}

function readToken(element: Element, name: string): string {
  return getComputedStyle(element).getPropertyValue(`--qs-${name}`).trim() || "#888";
}

function resize(
  canvas: HTMLCanvasElement,
  size: { readonly width: number; readonly height: number },
  ratio: number,
): void {
  const width = Math.round(size.width * ratio);
  const height = Math.round(size.height * ratio);
  if (canvas.width === width && canvas.height === height) return;
  canvas.width = width;
  canvas.height = height;
  canvas.style.width = `${size.width}px`;
  canvas.style.height = `${size.height}px`;
}
