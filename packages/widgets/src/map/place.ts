/** What the layout of a map is made of: its places, where the cloud is seen, and how somebody looks at it who has zoomed. */
import type { SubnetRow, Tables, TaskRow } from "../base/cloud.ts";
import type { ServiceMark } from "./kinds/service-mark.ts";
import type { Measure } from "./levels.ts";
import type { Rect } from "./rect.ts";

/** Something that stands where the layout puts it and cannot be selected. */
export interface Place extends Rect {
  readonly key: string;
  readonly kind: "shelf" | "services" | "queue" | "registry" | "vpc" | "zone" | "subnet" | "gateway" | "tray";
  readonly title: string;
  readonly detail: string;
  /** For a subnet: where its traffic for the internet goes. */
  readonly route?: SubnetRow["internetRoute"];
  /** For a subnet: where its tasks on Fargate stand, and its instances. */
  readonly lane?: Rect;
  readonly machines?: readonly Rect[];
  /** For a zone: subnets in which nothing stands, folded into its line. */
  readonly folded?: readonly string[];
}

/** The places of a map, and how near it looks. */
export interface Layout {
  readonly places: readonly Place[];
  readonly measure: Measure;
  /** Where the cloud is seen; all of it, unless somebody has zoomed. */
  readonly frame: Rect;
}

/** How somebody looks at the cloud who has zoomed or moved it. */
export interface View {
  /** The cloud is laid out so many times as wide and as high as its frame. */
  readonly zoom: number;
  /** The spot of the cloud that stands in the upper left corner of its frame, in pixels. */
  readonly x: number;
  readonly y: number;
  /** What the layout may choose from: one alone is kept, whatever happens. */
  readonly measures: readonly Measure[];
  /** Also things that are far out of view have marks. */
  readonly whole?: boolean;
  /** Moves the places of the cloud under the frame; the same answer to the same question. */
  readonly shift: (layout: Layout, view: View) => Layout;
}

/** What makes the cards of services; the same marks while nothing about them changes. */
export interface Cards {
  /** Height that they want in a rail of that width, 0 for none, with the gap below them; 0 without services. */
  readonly height: (tables: Tables, rail: number) => number;
  /** What fills the stripe of a task that belongs to a service. */
  readonly stripe: (tables: Tables, task: TaskRow) => string | undefined;
  readonly marks: (tables: Tables, place: Place | undefined) => readonly ServiceMark[];
}

/** What a scene is made from. */
export interface SceneInput {
  readonly tables: Tables;
  readonly atMs: number;
  readonly width: number;
  readonly height: number;
  /** Without one all of the cloud is in view. */
  readonly view?: View | undefined;
  /** Comes with the first service. */
  readonly cards?: Cards | undefined;
}
