/** Identifiers in AWS's forms, drawn from the world's id stream so that a replay gives the same ones. */
import type { RandomStreams } from "./random.ts";

const STREAM = "ids";
const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Eight hexadecimal digits. */
function hex8(random: RandomStreams): string {
  const bits = random.bits(STREAM);
  return (
    (BYTES[bits >>> 24] as string) +
    (BYTES[(bits >>> 16) & 255] as string) +
    (BYTES[(bits >>> 8) & 255] as string) +
    (BYTES[bits & 255] as string)
  );
}

/** `length` hexadecimal digits, 1 to 64: 32 for a task id, 17 behind `eni-`. */
export function hexId(random: RandomStreams, length: number): string {
  let id = "";
  while (id.length < length) id += hex8(random);
  return id.slice(0, length);
}

/** 8-4-4-4-12 hexadecimal digits with the version and variant bits of a random UUID. */
export function uuid(random: RandomStreams): string {
  const id = hexId(random, 32);
  const variant = ((Number.parseInt(id[16] as string, 16) & 3) | 8).toString(16);
  return `${id.slice(0, 8)}-${id.slice(8, 12)}-4${id.slice(13, 16)}-${variant}${id.slice(17, 20)}-${id.slice(20)}`;
}

/** An Amazon Resource Name. */
export function arn(parts: { service: string; region: string; account: string; resource: string }): string {
  return `arn:aws:${parts.service}:${parts.region}:${parts.account}:${parts.resource}`;
}
