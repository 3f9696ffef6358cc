// Turns an SVG into a PNG with sharp, which Astro brings along as an optional part: on a platform that it does not support
// there is none, and lessons show the site's common picture.

import sharp from "astro/assets/services/sharp";

const TINY = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>`;
type Config = Parameters<typeof sharp.transform>[2];

let possible: Promise<boolean> | undefined;

/** Whether this machine can draw PNG files. */
export function canDrawPng(): Promise<boolean> {
  possible ??= drawPng(TINY, 1).then(
    () => true,
    () => false,
  );
  return possible;
}

/**
 * The PNG of an SVG file.
 * @param width in pixels
 * @throws when sharp is not there, or cannot read the picture
 */
export async function drawPng(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  // The service asks before it reads an SVG, because one from elsewhere may be hostile; these are ours.
  const config = { dangerouslyProcessSVG: true, service: { entrypoint: "", config: {} } } as unknown as Config;
  const transform = { src: "poster.svg", format: "png", width };
  const { data } = await sharp.transform(new TextEncoder().encode(svg), transform, config, console as never);
  return new Uint8Array(data);
}
