/** @quayside/widgets: the light door: where labs come from and the types of events. Elements are behind "./lab", "./hero" and "./parts". */
export type { Moment, Selection } from "./base/cloud.ts";
export type { TimeRequest } from "./base/speeds.ts";
export type { CheckProgress, ProgressDetail } from "./run/lab-keeper.ts";
export type { LabLoader, LabSource, SourceAsked } from "./run/lab-source.ts";
