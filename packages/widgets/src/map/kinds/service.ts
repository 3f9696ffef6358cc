/** Services on the map: cards beside the cloud. What draws and tells them comes with the first service and is in their marks. */
import { ON_RAIL } from "./definition.ts";
import type { ThingKind } from "./kind.ts";
import type { ServiceMark } from "./service-mark.ts";

/** Services that are not INACTIVE. */
export const SERVICE: ThingKind<ServiceMark> = {
  ...ON_RAIL,
  of: (scene) => scene.services,
  selects: ({ key }) => ({ table: "services", key }),
  tables: ["services"],
  sentence: ({ sentence }) => sentence,
  draw: ({ drawing }) => drawing,
};
