/** What the layout of a map is made of: its places, where the cloud is seen, and how somebody looks at it who has zoomed. */
import type { SVGTemplateResult } from "lit";
import type { SubnetRow, Tables, TaskRow } from "../base/cloud.ts";
import type { BalancerMark, TargetGroupMark } from "./kinds/balancer-mark.ts";
import type { InstanceMark } from "./kinds/instance-mark.ts";
import type { ServiceMark } from "./kinds/service-mark.ts";
import type { TaskMark } from "./kinds/task-mark.ts";
import type { Level, Measure } from "./levels.ts";
import type { Rect } from "./rect.ts";

/** Something that stands where the layout puts it and cannot be selected. */
export interface Place extends Rect {
  readonly key: string;
  readonly kind:
    | "shelf"
    | "services"
    | "queue"
    | "registry"
    | "traffic"
    | "vpc"
    | "zone"
    | "subnet"
    | "gateway"
    | "tray";
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

/** The row of load balancers over the cloud; the same object while nothing about it changes. */
export interface Traffic {
  readonly balancers: readonly BalancerMark[];
  readonly groups: readonly TargetGroupMark[];
  /** Bands from balancers to groups, lines from groups to targets: under everything that stands. */
  readonly wires?: SVGTemplateResult | undefined;
}

/** What targets stand on, and how near the map looks. */
export interface Standing {
  readonly places: readonly Place[];
  readonly frame: Rect;
  readonly level: Level;
  readonly tasks: readonly TaskMark[];
  readonly instances: readonly InstanceMark[];
  readonly atMs: number;
}

/** What makes the row of load balancers. */
export interface Balancers {
  /** Height that they want, with the gap below; 0 without load balancers. */
  readonly height: (tables: Tables) => number;
  /** The sign of a task that is a target. */
  readonly badge: (tables: Tables, task: TaskRow) => SVGTemplateResult | undefined;
  readonly draw: (tables: Tables, place: Place, standing: Standing) => Traffic;
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
  /** Comes with the first load balancer. */
  readonly balancers?: Balancers | undefined;
}
