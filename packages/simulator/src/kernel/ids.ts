/** Identifiers in AWS's forms, drawn from the world's id stream so that a replay gives the same ones. */
import { joined } from "./joined.ts";
import type { RandomStreams } from "./random.ts";

const STREAM = "ids";
/** Four hexadecimal digits for every number of 16 bits: ids are made of whole, flat pieces. */
const QUADS = Array.from({ length: 65_536 }, (_, bits) => bits.toString(16).padStart(4, "0"));

/** `length` hexadecimal digits, 1 to 64: 32 for a task id, 16 behind `eni-0`. */
export function hexId(random: RandomStreams, length: number, stream: string = STREAM): string {
  const pieces: string[] = [];
  for (let digits = 0; digits < length; digits += 8) {
    const bits = random.bits(stream);
    pieces.push(QUADS[bits >>> 16] as string, QUADS[bits & 65_535] as string);
  }
  const id = joined("", ...pieces);
  return id.length === length ? id : id.slice(0, length);
}

/** 8-4-4-4-12 hexadecimal digits with the version and variant bits of a random UUID. */
export function uuid(random: RandomStreams, stream: string = STREAM): string {
  const id = hexId(random, 32, stream);
  const variant = ((Number.parseInt(id[16] as string, 16) & 3) | 8).toString(16);
  return [id.slice(0, 8), id.slice(8, 12), `4${id.slice(13, 16)}`, variant + id.slice(17, 20), id.slice(20)].join("-");
}

/** An Amazon Resource Name. */
export function arn(parts: { service: string; region: string; account: string; resource: string }): string {
  return joined(":", "arn:aws", parts.service, parts.region, parts.account, parts.resource);
}
