/** Reads a request's body up to a limit; what lies beyond is never kept. */
import type { IncomingMessage } from "node:http";

/** Largest body that is read: 1 MiB. AWS's own limit for ECS is not documented; none of its calls comes near. */
export const MAX_BODY_BYTES = 1_048_576;

/** A body, or why there is none. */
export type Body =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "too-large" }
  | { readonly kind: "gone" };

/** Reads the body. `too-large` comes as soon as the limit is passed, before the rest has arrived. */
export function readBody(request: IncomingMessage): Promise<Body> {
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > MAX_BODY_BYTES) return Promise.resolve({ kind: "too-large" });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
      else resolve({ kind: "too-large" });
    });
    request.on("end", () => {
      const [only] = chunks;
      const whole = chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
      resolve({ kind: "text", text: whole.toString("utf8") });
    });
    request.on("close", () => resolve({ kind: "gone" }));
    request.on("error", () => resolve({ kind: "gone" }));
  });
}
