/**
 * `npm run pictures:update`: takes the recorded pictures anew from the site as it is built now, all or those that are named.
 * The diff of the pictures is reviewed like code.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { buildSite } from "@quayside/toolchain/build-site";
import { CHROMIUM_ARGS, findChromium } from "@quayside/toolchain/find-chromium";
import { inRepository } from "@quayside/toolchain/repository";
import { serveDist } from "@quayside/toolchain/serve-dist";
import { chromium } from "playwright-core";
import { contextOf, describeMachine, MACHINE_FILE, PICTURES, pictureFile, takePicture } from "./picture-list.ts";

const words = process.argv.slice(2);
const unknown = words.find((word) => PICTURES.every(({ name }) => name !== word));
if (unknown !== undefined) throw new Error(`There is no picture ${unknown}.`);
if (process.env.QUAYSIDE_SITE_IS_BUILT !== "1") await buildSite();
const server = await serveDist({ root: inRepository("dist") });
const browser = await chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_ARGS] });
try {
  mkdirSync(inRepository("test/e2e/pictures"), { recursive: true });
  for (const picture of PICTURES) {
    if (words.length > 0 && !words.includes(picture.name)) continue;
    const context = await browser.newContext({ baseURL: server.url, serviceWorkers: "block", ...contextOf(picture) });
    const file = pictureFile(picture.name);
    writeFileSync(file, await takePicture(await context.newPage(), picture));
    await context.close();
    console.log(file);
  }
  writeFileSync(MACHINE_FILE, `${JSON.stringify(await describeMachine(browser), null, 2)}\n`);
} finally {
  await browser.close();
  await server.close();
}
