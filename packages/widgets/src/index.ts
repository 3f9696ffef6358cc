/** @quayside/widgets: the light door: where labs come from and the types of events. Elements are behind "./lab", "./hero" and "./parts". */
export type { Moment, Selection } from "./cloud.ts";
export { type LabLoader, registerLabLoader } from "./lab/lab-loader.ts";
export type { ProgressDetail } from "./lab/lab-progress.ts";
export type { TimeRequest } from "./timeline/speeds.ts";
