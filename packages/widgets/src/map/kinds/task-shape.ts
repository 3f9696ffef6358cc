/** Measures inside a task's box that both painters keep to: zoom, lines of text, slots of the containers. */
import type { ContainerMark, TaskMark } from "./task-mark.ts";

export const CONTAINER_HEIGHT = 13;
const ZOOM_FROM = 72;
const MOST_ZOOM = 1.35;
const CONTAINER_GAP = 4;

/** A box with room to spare is drawn larger, words included, instead of emptier. */
export function boxZoom(height: number): number {
  return Math.min(MOST_ZOOM, Math.max(1, height / ZOOM_FROM));
}

/** How far up the name moves in the flattest boxes, so that the containers do not cover it. */
export function nameRise(h: number): number {
  return Math.max(0, Math.min(4, 38 - h));
}

/** Radius of a box's corners. */
export function cornerOf(w: number, h: number): number {
  return Math.max(0, Math.min(7, w / 5, h / 3));
}

/** What there is room for between the name and the containers: status first, then the addresses. */
export function textLines(mark: TaskMark, h: number): { readonly kind: "status" | "address"; readonly text: string }[] {
  const room = Math.floor((h - 24 - CONTAINER_HEIGHT - 6) / 13);
  const lines: { kind: "status" | "address"; text: string }[] = [{ kind: "status", text: mark.lastStatus }];
  if (mark.address !== undefined) lines.push({ kind: "address", text: mark.address });
  if (mark.publicAddress !== undefined) lines.push({ kind: "address", text: mark.publicAddress });
  return lines.slice(0, Math.max(0, room));
}

/** The elastic network interface on the left edge: a plug, hollow until it is attached; none before and after. */
export function plugOf(mark: TaskMark): "attached" | "moving" | undefined {
  if (mark.attachmentStatus === undefined) return undefined;
  if (mark.attachmentStatus === "DELETED" || mark.attachmentStatus === "PRECREATED") return undefined;
  return mark.attachmentStatus === "ATTACHED" ? "attached" : "moving";
}

/** Where the containers stand in a box of the given size; those that find no room are left out. */
export function containerSlots(
  mark: TaskMark,
  w: number,
  h: number,
): { readonly container: ContainerMark; readonly x: number; readonly y: number; readonly w: number }[] {
  const shown = mark.containers.slice(0, Math.max(1, Math.floor((w - 12) / 34)));
  const width = Math.max(0, (w - 14 - CONTAINER_GAP * (shown.length - 1)) / Math.max(1, shown.length));
  return shown.map((container, index) => ({
    container,
    x: 7 + index * (width + CONTAINER_GAP),
    y: h - CONTAINER_HEIGHT - 6,
    w: width,
  }));
}

/** A container's name, with its exit code once it has ended. */
export function containerText(mark: ContainerMark): string {
  return mark.exitCode === undefined ? mark.name : `${mark.name} ${mark.exitCode}`;
}
