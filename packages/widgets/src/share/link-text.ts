/**
 * JSON as the text behind `#run=` and back: compressed, in letters that an address may hold, with the version in front. Both
 * ways are bounded before they work, so that a link can neither grow past what people can send nor unpack to more than
 * `MAX_UNPACKED_BYTES`. Knows nothing of runs.
 */
import { ShareRefused } from "./share-problem.ts";

/** Where a shared run stands in an address. */
export const FRAGMENT = "#run=";

/** Longest text behind `#run=`, in characters. Ours: what chats, mails and trackers still take as one link. */
export const MAX_LINK_CHARS = 8_192;

/** Most that a link may unpack to, in bytes. Ours. */
export const MAX_UNPACKED_BYTES = 256 * 1_024;

/** Rises when older readers could not read a link: another packing, other members. */
const LINK_VERSION = "1";
const FORMAT = "deflate-raw";

/**
 * A JSON value as the text behind `#run=`.
 * @throws ShareRefused `too-long` or `no-compression`
 */
export async function packLink(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  if (bytes.length > MAX_UNPACKED_BYTES) throw new ShareRefused("too-long");
  const text = `${LINK_VERSION}.${toLetters(await readAll(through(bytes, compressor()), MAX_UNPACKED_BYTES))}`;
  if (text.length > MAX_LINK_CHARS) throw new ShareRefused("too-long");
  return text;
}

/**
 * The JSON value of a text behind `#run=`.
 * @throws ShareRefused `damaged`, `newer`, `too-long` or `no-compression`
 */
export async function unpackLink(text: string): Promise<unknown> {
  if (text.length > MAX_LINK_CHARS) throw new ShareRefused("too-long");
  const [, version, letters] = /^(\d{1,4})\.([\w-]+)$/.exec(text) ?? [];
  if (version === undefined || letters === undefined) throw new ShareRefused("damaged");
  if (version !== LINK_VERSION) throw new ShareRefused(Number(version) > Number(LINK_VERSION) ? "newer" : "damaged");
  const packed = fromLetters(letters);
  const unpacked = through(packed, decompressor());
  try {
    const bytes = await readAll(unpacked, MAX_UNPACKED_BYTES);
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    // The stream, the decoder and JSON each have their own words for what cannot be read; a bound has ours.
    throw error instanceof ShareRefused ? error : new ShareRefused("damaged");
  }
}

/** A transform of bytes: what CompressionStream and DecompressionStream are. */
type Packer = ReadableWritablePair<Uint8Array<ArrayBuffer>, BufferSource>;

function compressor(): Packer {
  if (typeof CompressionStream === "undefined") throw new ShareRefused("no-compression");
  return new CompressionStream(FORMAT);
}

function decompressor(): Packer {
  if (typeof DecompressionStream === "undefined") throw new ShareRefused("no-compression");
  return new DecompressionStream(FORMAT);
}

function through(bytes: Uint8Array<ArrayBuffer>, packer: Packer): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([bytes]).stream().pipeThrough(packer);
}

/** Reads a stream until its end; gives up as soon as it holds more than `most` bytes. */
async function readAll(stream: ReadableStream<Uint8Array<ArrayBuffer>>, most: number): Promise<Uint8Array> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      // Not awaited: nothing of the rest matters any more.
      void reader.cancel().catch(() => {});
      throw new ShareRefused("too-long");
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Bytes in base64url, without padding. */
function toLetters(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromLetters(letters: string): Uint8Array<ArrayBuffer> {
  try {
    const binary = atob(letters.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  } catch {
    // A number of letters that no bytes have: the link was cut off.
    throw new ShareRefused("damaged");
  }
}
