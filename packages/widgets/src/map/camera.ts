/**
 * Where a person looks on the map: how near, and at which part. Zooming keeps what is under the pointer under it, although the
 * layout changes; nothing that happens in the cloud changes how near it is looked at. Comes with the first touch of the map.
 */
import { type Anchor, anchorOf, seekAnchor } from "./anchor.ts";
import { shiftLayout, ZOOM_MEASURES } from "./closer.ts";
import { kindOf, thingsOf } from "./kinds/index.ts";
import type { Measure } from "./levels.ts";
import type { MapAction } from "./map-keys.ts";
import type { View } from "./place.ts";
import type { Spot } from "./pointed.ts";
import { holds, type Rect } from "./rect.ts";
import type { Scene } from "./scene.ts";

/** How far it goes. */
export const LEAST_ZOOM = 0.5;
export const MOST_ZOOM = 8;
/** One press of a key or a button. */
const STEP = Math.SQRT2;
/** Real milliseconds of a flight. */
const FLIGHT_MS = 400;
/** Room that is left around what is flown to. */
const MARGIN = 12;

/** What the camera needs of its map. */
export interface Stage {
  readonly scene: Scene | undefined;
  /** No movement: cuts instead of flights. */
  readonly still: boolean;
  /** Pixels at the right of the frame that something lies over. */
  readonly covered: number;
  /** Shows the cloud so; with `later` only from the next change on. */
  look(view: View | undefined, later?: "later"): void;
  /** Calls back once a frame until it gives false. */
  eachFrame(job: (nowMs: number) => boolean): void;
}

interface Pose extends Spot {
  readonly zoom: number;
}

/** One map's. */
export class Camera {
  readonly #stage: Stage;
  #zoom = 1;
  #x = 0;
  #y = 0;
  #held: Measure | undefined;
  #anchor: Anchor | undefined;
  #flight = 0;
  #target: number | undefined;

  readonly #onLevel: () => void;

  /** @param onLevel called when the map looks from another level */
  constructor(stage: Stage, onLevel: () => void) {
    this.#stage = stage;
    this.#onLevel = onLevel;
  }

  /** How many times as large as its frame the cloud is. */
  get zoom(): number {
    return this.#zoom;
  }

  /** How many times it is going to be, at the end of a flight. */
  get target(): number {
    return this.#target ?? this.#zoom;
  }

  /** Whether there is more of the cloud than is seen. */
  get isMovable(): boolean {
    return this.#zoom > 1 || this.#x !== 0 || this.#stage.covered > 0;
  }

  /** Looks nearer or farther at once, around a spot: the wheel and two fingers. */
  zoomBy(factor: number, spot: Spot): void {
    this.#interrupt();
    const { scene } = this.#stage;
    if (scene !== undefined) this.#zoomTo(this.#zoom * factor, this.#anchorAt(scene, spot));
  }

  /** What a key or a button asks for, around a thing that is in view, or else the middle. */
  act(action: MapAction, mark: Rect | undefined): void {
    if (action === "fit") this.fit();
    else this.#flyZoom(this.target * (action === "nearer" ? STEP : 1 / STEP), this.#middleOf(mark));
  }

  /** As near as the next level. */
  nearer(spot: Spot): void {
    const now = this.#stage.scene?.measure;
    const before = { zoom: this.#zoom, x: this.#x, y: this.#y };
    let zoom = this.#zoom;
    while (
      zoom < MOST_ZOOM &&
      this.#stage.scene?.measure.level === now?.level &&
      (zoom === before.zoom || now?.level !== "near")
    ) {
      zoom = Math.min(MOST_ZOOM, zoom * 1.2);
      this.#take({ ...before, zoom });
    }
    this.#take(before);
    this.#flyZoom(zoom, spot);
  }

  /** All of the cloud. */
  fit(): void {
    const from = { zoom: this.#zoom, x: this.#x, y: this.#y };
    this.#target = 1;
    this.#fly((share) => {
      const left = 1 - share;
      this.#held = undefined;
      this.#take({ zoom: from.zoom ** left, x: from.x * left, y: from.y * left });
      if (share === 1) this.#take({ zoom: 1, x: 0, y: 0 });
    });
  }

  /** Moves what is seen, as a hand does that drags it. */
  panBy(dx: number, dy: number): void {
    this.#interrupt();
    this.#take(this.#within({ zoom: this.#zoom, x: this.#x - dx, y: this.#y - dy }));
  }

  /** The frame has another size, or something else covers it. */
  settle(): void {
    this.#held = undefined;
    this.#take({ zoom: this.#zoom, x: this.#x, y: this.#y });
    this.#take(this.#within({ zoom: this.#zoom, x: this.#x, y: this.#y }));
  }

  /** Flies to a thing that is out of view or covered. */
  reveal(key: string | undefined): void {
    const place = key === undefined ? undefined : this.#find(key);
    const { scene, covered } = this.#stage;
    if (scene === undefined) return;
    const { frame } = scene;
    const free = { ...frame, w: frame.w - covered };
    const dx = place === undefined ? 0 : outside(place.x, place.w, free.x, free.w);
    const dy = place === undefined ? 0 : outside(place.y, place.h, free.y, free.h);
    const from = { zoom: this.#zoom, x: this.#x, y: this.#y };
    const to = this.#within({ ...from, x: from.x + dx, y: from.y + dy });
    if (Math.abs(to.x - from.x) + Math.abs(to.y - from.y) < 1) return;
    this.#fly((share) =>
      this.#take({ ...from, x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }),
    );
  }

  /** Where a thing of the cloud stands now, in view or not; undefined for what stands beside the cloud. */
  #find(key: string): Rect | undefined {
    const view = this.#view();
    if (view !== undefined) this.#stage.look({ ...view, whole: true });
    const mark = this.#stage.scene && thingsOf(this.#stage.scene).find((thing) => thing.key === key);
    if (view !== undefined) this.#stage.look(view);
    return mark === undefined || !kindOf(mark).inCloud(mark) ? undefined : mark;
  }

  /** The middle of a thing that is in view, or of what is seen of the cloud. */
  #middleOf(mark: Rect | undefined): Spot | undefined {
    const { scene, covered } = this.#stage;
    if (scene === undefined) return undefined;
    const { frame } = scene;
    const middle = mark && { x: mark.x + mark.w / 2, y: mark.y + mark.h / 2 };
    return middle !== undefined && holds(frame, middle)
      ? middle
      : { x: frame.x + (frame.w - covered) / 2, y: frame.y + frame.h / 2 };
  }

  #flyZoom(zoom: number, spot: Spot | undefined): void {
    const { scene } = this.#stage;
    if (scene === undefined || spot === undefined) return;
    const anchor = this.#anchorAt(scene, spot);
    const from = this.#zoom;
    const to = limited(zoom);
    this.#target = to;
    this.#fly((share) => this.#zoomTo(from * (to / from) ** share, anchor));
  }

  /** Calls back with the share of the way, 0 to 1, once a frame; a newer flight ends it. */
  #fly(move: (share: number) => void): void {
    this.#flight += 1;
    const flight = this.#flight;
    if (this.#stage.still) {
      move(1);
      this.#target = undefined;
      return;
    }
    let beganMs: number | undefined;
    this.#stage.eachFrame((nowMs) => {
      if (flight !== this.#flight) return false;
      beganMs ??= nowMs;
      const share = Math.min(1, (nowMs - beganMs) / FLIGHT_MS);
      move(share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2);
      if (share === 1) this.#target = undefined;
      return share < 1;
    });
  }

  /** A hand ends a flight. */
  #interrupt(): void {
    this.#flight += 1;
    this.#target = undefined;
  }

  #zoomTo(wanted: number, anchor: Anchor): void {
    const zoom = limited(wanted);
    const frame = this.#stage.scene?.frame;
    if (frame === undefined || zoom === this.#zoom) return;
    const times = zoom / this.#zoom;
    const { spot } = anchor;
    this.#held = undefined;
    let x = (this.#x + spot.x - frame.x) * times - (spot.x - frame.x);
    let y = (this.#y + spot.y - frame.y) * times - (spot.y - frame.y);
    // What comes into view by the first correction may be the thing itself.
    for (let round = 0; round < 2; round += 1) {
      this.#take({ zoom, x, y });
      const found = this.#stage.scene && seekAnchor(this.#stage.scene, anchor);
      if (found === undefined) break;
      x += found.x - spot.x;
      y += found.y - spot.y;
    }
    this.#take(this.#within({ zoom, x, y }));
  }

  /** What is under a spot; the same as before while the spot is the same, so that nothing drifts. */
  #anchorAt(scene: Scene, spot: Spot): Anchor {
    const before = this.#anchor;
    if (before !== undefined && Math.hypot(before.spot.x - spot.x, before.spot.y - spot.y) < 3) return before;
    this.#anchor = anchorOf(scene, spot);
    return this.#anchor;
  }

  #take({ zoom, x, y }: Pose): void {
    if (zoom !== this.#zoom) this.#held = undefined;
    const before = this.#stage.scene?.measure.level;
    [this.#zoom, this.#x, this.#y] = [zoom, x, y];
    this.#stage.look(this.#view());
    if (this.#stage.scene?.measure.level !== before) this.#onLevel();
    if (zoom === 1) return;
    this.#held = this.#stage.scene?.measure;
    this.#stage.look(this.#view(), "later");
  }

  #view(): View | undefined {
    const [zoom, x, y] = [this.#zoom, this.#x, this.#y];
    if (zoom === 1 && x === 0 && y === 0) return undefined;
    return { zoom, x, y, measures: this.#held === undefined ? ZOOM_MEASURES : [this.#held], shift: shiftLayout };
  }

  /** Keeps the cloud in its frame: a small one in the middle, a large one without a gap at its edges. */
  #within({ zoom, x, y }: Pose): Pose {
    const { scene, covered } = this.#stage;
    const frame = scene?.frame;
    const vpcs = scene?.places.filter(({ kind }) => kind === "vpc") ?? [];
    if (frame === undefined || vpcs.length === 0) return { zoom, x, y };
    const w = Math.max(...vpcs.map((vpc) => vpc.w));
    const h = Math.max(...vpcs.map((vpc) => vpc.y + vpc.h)) - Math.min(...vpcs.map((vpc) => vpc.y));
    return { zoom, x: kept(x, w, frame.w, covered), y: kept(y, h, frame.h, 0) };
  }
}

function limited(zoom: number): number {
  const within = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom));
  return Math.abs(within - 1) < 0.02 ? 1 : within;
}

function kept(at: number, size: number, room: number, covered: number): number {
  if (size <= room + 0.5) {
    const middle = -(room - size) / 2;
    return Math.min(middle + covered, Math.max(middle, at));
  }
  return Math.min(size - room + covered, Math.max(0, at));
}

/** How far something has to move to lie between two edges with a margin; its beginning counts where it is too large. */
function outside(at: number, size: number, from: number, room: number): number {
  if (at - MARGIN < from) return at - MARGIN - from;
  const over = at + size + MARGIN - (from + room);
  return over <= 0 ? 0 : Math.min(over, at - MARGIN - from);
}
