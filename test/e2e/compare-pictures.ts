/**
 * Compares two pictures as a person would: colours a little apart are alike, and so is a line that moved by a pixel. The
 * browser that took them does it, so that no decoder is needed. Leaves out what a difference means.
 */
import type { Page } from "playwright-core";

/** How two pictures differ. */
export interface PictureDifference {
  /** Pixels that have nothing like them within a pixel's reach in the other picture; all of them when the sizes differ. */
  readonly pixels: number;
  /** In words, with the place: `312 pixels between (10, 20) and (90, 44)`. */
  readonly sentence: string;
  /** The second picture in grey with what differs in red, as PNG. */
  readonly picture: Buffer;
}

/** Largest distance of two colours that are alike, 0 to 1 (black and white), weighed as the eye does. Ours. */
const ALIKE = 0.1;

/**
 * Compares pictures of any format that the browser knows.
 * @param page any page that no policy binds, such as `about:blank`
 */
export async function comparePictures(page: Page, expected: Buffer, actual: Buffer): Promise<PictureDifference> {
  const pair = { expected: expected.toString("base64"), actual: actual.toString("base64"), alike: ALIKE };
  const { pixels, sentence, picture } = await page.evaluate(compareInPage, pair);
  return { pixels, sentence, picture: Buffer.from(picture, "base64") };
}

/** Runs in the browser, where nothing of this module is. */
async function compareInPage(given: { expected: string; actual: string; alike: number }) {
  const read = async (base64: string): Promise<ImageData> => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    pen?.drawImage(bitmap, 0, 0);
    return pen?.getImageData(0, 0, bitmap.width, bitmap.height) as ImageData;
  };
  const [left, right] = [await read(given.expected), await read(given.actual)];
  const { width, height } = right;
  const sameSize = left.width === width && left.height === height;
  /** Luminance and two of chrominance; the squares weigh as the eye sees them. */
  const far = (a: Uint8ClampedArray, at: number, b: Uint8ClampedArray, bt: number): boolean => {
    const red = (a[at] as number) - (b[bt] as number);
    const green = (a[at + 1] as number) - (b[bt + 1] as number);
    const blue = (a[at + 2] as number) - (b[bt + 2] as number);
    const y = 0.299 * red + 0.587 * green + 0.114 * blue;
    const i = 0.596 * red - 0.274 * green - 0.322 * blue;
    const q = 0.211 * red - 0.523 * green + 0.312 * blue;
    return 0.5053 * y * y + 0.299 * i * i + 0.1957 * q * q > 32_858 * given.alike ** 2;
  };
  const hasNothingLike = (a: Uint8ClampedArray, b: Uint8ClampedArray, x: number, y: number): boolean => {
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1) {
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
        if (!far(a, 4 * (y * width + x), b, 4 * (row * width + column))) return false;
      }
    }
    return true;
  };
  const drawing = new ImageData(width, height);
  let pixels = 0;
  let [fromX, fromY, toX, toY] = [width, height, 0, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = 4 * (y * width + x);
      const differs =
        !sameSize ||
        (far(left.data, at, right.data, at) &&
          (hasNothingLike(left.data, right.data, x, y) || hasNothingLike(right.data, left.data, x, y)));
      const [red = 0, green = 0, blue = 0] = right.data.subarray(at, at + 3);
      const grey = 190 + (red + green + blue) / 12;
      drawing.data.set(differs ? [220, 0, 40, 255] : [grey, grey, grey, 255], at);
      if (!differs) continue;
      pixels += 1;
      [fromX, fromY, toX, toY] = [Math.min(fromX, x), Math.min(fromY, y), Math.max(toX, x), Math.max(toY, y)];
    }
  }
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext("2d")?.putImageData(drawing, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
  const text = bytes.reduce((sum, byte) => sum + String.fromCharCode(byte), "");
  const sizes = `${left.width} x ${left.height} became ${width} x ${height}`;
  const place = `${pixels} pixels between (${fromX}, ${fromY}) and (${toX}, ${toY})`;
  const sentence = sameSize ? (pixels === 0 ? "alike" : place) : sizes;
  return { pixels, sentence, picture: btoa(text) };
}
