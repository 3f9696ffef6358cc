/** Plain ASCII as base64: the simulator has neither Node's Buffer nor the page's btoa. */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Encodes text whose characters are all below 256. */
export function toBase64(text: string): string {
  let encoded = "";
  for (let at = 0; at < text.length; at += 3) {
    const three = [0, 1, 2].map((offset) => text.charCodeAt(at + offset) || 0);
    const bits = ((three[0] ?? 0) << 16) | ((three[1] ?? 0) << 8) | (three[2] ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => DIGITS[(bits >> shift) & 63]).join("");
    const missing = Math.max(0, at + 3 - text.length);
    encoded += digits.slice(0, 4 - missing) + "=".repeat(missing);
  }
  return encoded;
}
