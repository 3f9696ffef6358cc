/**
 * What a pointer does on the map: it points, chooses, drags the cloud under its frame, and looks nearer by wheel, two fingers or
 * a double click. The page's own scrolling stays the page's: a wheel without Ctrl zooms only while the map has the focus, or
 * where the lab fills the page. Comes with the first touch of the map.
 */
import type { Camera } from "./camera.ts";
import type { Thing } from "./kinds/kind.ts";
import type { Spot } from "./pointed.ts";
import type { Pointing } from "./pointing.ts";
import { holds } from "./rect.ts";
import type { Scene } from "./scene.ts";

/** What the hands need of their map. */
export interface Handled extends HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly scene: Scene | undefined;
  /** The lab fills the page: nothing else wants the wheel. */
  readonly filled: boolean;
  hovered: Thing | undefined;
  focused: string | undefined;
  choose(mark: Thing): void;
  eachFrame(job: () => boolean): void;
}

/** A pointer that has moved less is a click. */
const DRAG_FROM = 5;
/** How much one pixel of the wheel zooms, and most pixels of one event that count: a wheel's notch is 100. */
const WHEEL = 0.008;
const MOST_WHEEL = 50;
const LINE = 16;

export class Hands {
  readonly #map: Handled;
  readonly #camera: Camera;
  readonly #pointing: Pointing;
  /** Pointers that are down, where they are now. */
  readonly #down = new Map<number, Spot>();
  #from: Spot | undefined;
  #drags = false;
  #wheeled: { factor: number; spot: Spot } | undefined;

  constructor(map: Handled, camera: Camera, pointing: Pointing) {
    this.#map = map;
    this.#camera = camera;
    this.#pointing = pointing;
    map.addEventListener("wheel", (event) => this.#onWheel(event), { passive: false });
    map.addEventListener("touchmove", (event) => this.#onTouch(event), { passive: false });
  }

  /** Answers an event of the pointer on the stage. */
  on(event: MouseEvent): void {
    const spot = this.#spotOf(event);
    if (spot === undefined) return;
    if (event.type === "click") this.#click(spot);
    else if (event.type === "dblclick") this.#twice(spot);
    else if (event.type === "pointermove") this.#move(event as PointerEvent, spot);
    else if (event.type === "pointerdown") this.#press(event as PointerEvent, spot);
    else this.#lift(event as PointerEvent);
  }

  #click(spot: Spot): void {
    const { scene } = this.#map;
    if (this.#drags || scene === undefined) return;
    this.#map.renderRoot.querySelector<HTMLElement>(".focus")?.focus({ preventScroll: true });
    const mark = this.#pointing.under(scene, spot);
    if (mark === undefined) return;
    this.#map.focused = mark.key;
    this.#map.choose(mark);
  }

  #twice(spot: Spot): void {
    const { scene } = this.#map;
    if (scene !== undefined && holds(scene.frame, spot)) this.#camera.nearer(spot);
  }

  #press({ pointerId, isPrimary, button }: PointerEvent, spot: Spot): void {
    if (button !== 0) return;
    if (isPrimary) {
      this.#down.clear();
      this.#drags = false;
      this.#from = spot;
    }
    this.#down.set(pointerId, spot);
  }

  #lift({ pointerId }: PointerEvent): void {
    this.#down.delete(pointerId);
  }

  #move(event: PointerEvent, spot: Spot): void {
    const before = this.#down.get(event.pointerId);
    if (before === undefined || event.buttons === 0) {
      this.#down.delete(event.pointerId);
      this.#point(spot);
      return;
    }
    const other = [...this.#down].find(([id]) => id !== event.pointerId)?.[1];
    this.#down.set(event.pointerId, spot);
    if (other !== undefined) this.#pinch(before, spot, other);
    else if (event.pointerType === "mouse" || this.#camera.isMovable) this.#drag(event, before, spot);
  }

  #pinch(before: Spot, spot: Spot, other: Spot): void {
    this.#drags = true;
    const factor = distance(spot, other) / Math.max(1, distance(before, other));
    this.#camera.panBy((spot.x - before.x) / 2, (spot.y - before.y) / 2);
    this.#camera.zoomBy(factor, { x: (spot.x + other.x) / 2, y: (spot.y + other.y) / 2 });
  }

  #drag({ pointerId }: PointerEvent, before: Spot, spot: Spot): void {
    if (!this.#drags && distance(this.#from ?? spot, spot) < DRAG_FROM) return;
    if (!this.#drags) this.#stage?.setPointerCapture(pointerId);
    this.#drags = true;
    this.#map.hovered = undefined;
    this.#camera.panBy(spot.x - before.x, spot.y - before.y);
  }

  #point(spot: Spot): void {
    const { scene } = this.#map;
    const mark = scene && this.#pointing.under(scene, spot);
    if (mark?.key !== this.#map.hovered?.key) this.#map.hovered = mark;
    const stage = this.#stage;
    if (stage !== undefined) stage.style.cursor = mark !== undefined ? "pointer" : this.#camera.isMovable ? "grab" : "";
    void this.#pointing.at(scene, mark, spot);
  }

  #onWheel(event: WheelEvent): void {
    const { scene, filled, renderRoot } = this.#map;
    const spot = this.#spotOf(event);
    if (spot === undefined || scene === undefined || !holds(scene.frame, spot)) return;
    const isOurs = event.ctrlKey || event.metaKey || filled || (renderRoot as ShadowRoot).activeElement !== null;
    if (!isOurs) return;
    event.preventDefault();
    const pixels = event.deltaMode === 0 ? event.deltaY : event.deltaY * LINE;
    const factor = Math.exp(-Math.max(-MOST_WHEEL, Math.min(MOST_WHEEL, pixels)) * WHEEL);
    if (this.#wheeled === undefined) this.#map.eachFrame(this.#turn);
    this.#wheeled = { factor: factor * (this.#wheeled?.factor ?? 1), spot };
  }

  /** Several turns of the wheel in one frame are one. */
  #turn = (): boolean => {
    const wheeled = this.#wheeled;
    this.#wheeled = undefined;
    if (wheeled !== undefined) this.#camera.zoomBy(wheeled.factor, wheeled.spot);
    return false;
  };

  /** Two fingers, and one on a cloud that can be moved, are the map's; one finger on a whole cloud scrolls the page. */
  #onTouch(event: TouchEvent): void {
    if (
      event.cancelable &&
      this.#spotOf(event.touches[0]) !== undefined &&
      (event.touches.length > 1 || this.#camera.isMovable)
    )
      event.preventDefault();
  }

  get #stage(): HTMLElement | undefined {
    return this.#map.renderRoot.querySelector<HTMLElement>(".stage") ?? undefined;
  }

  /** Where an event is on the stage; undefined outside of it. */
  #spotOf(event: { readonly clientX: number; readonly clientY: number } | undefined): Spot | undefined {
    const box = this.#stage?.getBoundingClientRect();
    if (box === undefined || event === undefined) return undefined;
    const spot = { x: event.clientX - box.left, y: event.clientY - box.top };
    return this.#down.size > 0 || holds({ x: 0, y: 0, w: box.width, h: box.height }, spot) ? spot : undefined;
  }
}

function distance(a: Spot, b: Spot): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
