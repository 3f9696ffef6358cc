/** Measures inside a task's box that drawing, rings and pointing keep to: zoom, slots of the containers. */
import type { ContainerMark, TaskMark } from "./task-mark.ts";

export const CONTAINER_HEIGHT = 16;
/** Height of a box at zoom 1. */
const PLAIN_HEIGHT = 60;
const CONTAINER_GAP = 4;
const LEAST_CONTAINER = 40;

/** A box with room to spare is drawn larger, words included, instead of emptier. */
export function boxZoom(height: number): number {
  return Math.max(1, height / PLAIN_HEIGHT);
}

/** Radius of a box's corners. */
export function cornerOf(w: number, h: number): number {
  return Math.max(0, Math.min(8, w / 5, h / 4));
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
  const shown = mark.containers.slice(0, Math.max(1, Math.floor((w - 14) / LEAST_CONTAINER)));
  const width = Math.max(0, (w - 18 - CONTAINER_GAP * (shown.length - 1)) / Math.max(1, shown.length));
  return shown.map((container, index) => ({
    container,
    x: 9 + index * (width + CONTAINER_GAP),
    y: h - CONTAINER_HEIGHT - 6,
    w: width,
  }));
}

/** A container's name, with its exit code once it has ended. */
export function containerText(mark: ContainerMark): string {
  return mark.exitCode === undefined ? mark.name : `${mark.name} ${mark.exitCode}`;
}
