/** The kinds of things on the map, one entry each, in the order in which the keyboard walks them and the pointer finds them. */
import type { Selection } from "../../base/cloud.ts";
import type { PaintInput } from "../painter.ts";
import type { Place } from "../place.ts";
import type { Scene } from "../scene.ts";
import { BALANCER, TARGET_GROUP } from "./balancer.ts";
import { DEFINITION } from "./definition.ts";
import { INSTANCE } from "./instance.ts";
import type { MarkOf, Moving, MovingKind, Still, Thing, ThingKind } from "./kind.ts";
import { SERVICE } from "./service.ts";
import { TASK } from "./task.ts";

type Kinds<Of extends Thing> = { readonly [Kind in Of["kind"]]: ThingKind<MarkOf<Kind>> };

const MOVING: Kinds<Moving> & { readonly [Kind in Moving["kind"]]: MovingKind<MarkOf<Kind>> } = { task: TASK };
const STILL: Kinds<Still> = {
  instance: INSTANCE,
  definition: DEFINITION,
  service: SERVICE,
  balancer: BALANCER,
  targetGroup: TARGET_GROUP,
};
const THINGS: Kinds<Thing> = { ...MOVING, ...STILL };

/** Every kind, where it does not matter which: marks that an entry gives are marks that it takes. */
export const KINDS = Object.values(THINGS) as unknown as readonly ThingKind<Thing>[];

/** Every kind with its name. */
export const NAMED_KINDS = Object.entries(THINGS) as unknown as readonly (readonly [Thing["kind"], ThingKind<Thing>])[];

/** The kinds that stand still, which are drawn under those that move. */
export const STILL_KINDS = Object.values(STILL) as unknown as readonly ThingKind<Still>[];

/** What the map knows of the kind of a mark. */
export function kindOf<Mark extends Thing>({ kind }: Mark): ThingKind<Mark> {
  return THINGS[kind] as unknown as ThingKind<Mark>;
}

/** The same for what travels. */
export function movingKindOf<Mark extends Moving>({ kind }: Mark): MovingKind<Mark> {
  return MOVING[kind] as unknown as MovingKind<Mark>;
}

const CLOUD: readonly Place["kind"][] = ["vpc", "zone", "subnet"];

/** Whether a place is part of the cloud, and so zoomed with it. */
export function inCloud({ kind }: Place): boolean {
  return CLOUD.includes(kind);
}

/** All things of a scene. */
export function thingsOf(scene: Scene): readonly Thing[] {
  return KINDS.flatMap((kind) => kind.of(scene));
}

/** What travels in a scene. */
export function movingOf(scene: Scene): readonly Moving[] {
  return Object.values(MOVING).flatMap((kind) => kind.of(scene));
}

/** Whether something that travels is cut at the frame of a zoomed cloud: it stands there, and is not on its way. */
export function isCut(mark: Moving, { scene, motion }: Pick<PaintInput, "scene" | "motion">): boolean {
  return scene.isClipped && kindOf(mark).inCloud(mark) && !motion.isUnderway(mark.key);
}

/** Whether what is selected can stand on the map. */
export function isOnMap({ table }: Selection): boolean {
  return KINDS.some((kind) => kind.tables.includes(table));
}
