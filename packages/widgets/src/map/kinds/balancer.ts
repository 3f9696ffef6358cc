/** Load balancers and target groups on the map. What draws and tells them comes with the first of them and is in their marks. */
import type { BalancerMark, TargetGroupMark } from "./balancer-mark.ts";
import { ON_RAIL } from "./definition.ts";
import type { ThingKind } from "./kind.ts";

/** What draws and says itself. */
const MADE = {
  ...ON_RAIL,
  sentence: ({ sentence }: BalancerMark | TargetGroupMark) => sentence,
  draw: ({ drawing }: BalancerMark | TargetGroupMark) => drawing,
};

/** Load balancers. */
export const BALANCER: ThingKind<BalancerMark> = {
  ...MADE,
  of: (scene) => scene.traffic.balancers,
  selects: ({ key }) => ({ table: "loadBalancers", key }),
  tables: ["loadBalancers"],
};

/** Target groups that a rule of a load balancer names. */
export const TARGET_GROUP: ThingKind<TargetGroupMark> = {
  ...MADE,
  of: (scene) => scene.traffic.groups,
  selects: ({ key }) => ({ table: "targetGroups", key }),
  tables: ["targetGroups"],
};
