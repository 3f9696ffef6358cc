/**
 * What happens to the cloud from outside of AWS's APIs, as operations of a service of our own: others push images.
 * They are called, written down, saved and replayed like operations of ECS.
 */
import type { OperationEntry } from "../outcome.ts";
import { pushImage } from "./push-image.ts";

/** By name. */
export const quaysideOperations = {
  PushImage: pushImage,
} as const satisfies Record<string, OperationEntry>;
