/**
 * Pages and states of the lab look as they did: thirteen pictures against the recorded ones. After a change that is meant,
 * `npm run pictures:update` takes them anew; look at them before you commit. On another machine (other letters, another browser)
 * pictures cannot be compared: there the test proves that each page reaches its state and comes to rest, and `npm test` counts
 * it as "not compared" and not as passed.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { NOT_COMPARED } from "@quayside/toolchain/remarks-reporter";
import { inRepository } from "@quayside/toolchain/repository";
import { expect } from "vitest";
import { test } from "./browser.ts";
import { comparePictures } from "./compare-pictures.ts";
import { contextOf, isTheRecordedMachine, PICTURES, pictureFile, takePicture } from "./picture-list.ts";

/** Pixels that may differ: a few of a curve's edge. A changed word has more. */
const MOST_PIXELS = 24;

test.for(PICTURES)(
  "$name ($look) looks as it did",
  { timeout: 120_000 },
  async (picture, { annotate, browser, openPage }) => {
    const page = await openPage(contextOf(picture));
    const actual = await takePicture(page, picture);
    if (!(await isTheRecordedMachine(browser))) {
      await annotate("recorded with another browser or other fonts", NOT_COMPARED);
      return;
    }
    const blank = await browser.newPage();
    const difference = await comparePictures(blank, readFileSync(pictureFile(picture.name)), actual);
    await blank.close();
    if (difference.pixels <= MOST_PIXELS) return;
    const folder = inRepository("test-results/pictures");
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/${picture.name}.actual.png`, actual);
    writeFileSync(`${folder}/${picture.name}.difference.png`, difference.picture);
    expect.fail(`${difference.sentence}; look at test-results/pictures/${picture.name}.difference.png`);
  },
);

test("a difference is noticed where it is, and one of less than a shade is not", async ({ browser }) => {
  const page = await browser.newPage({ viewport: { width: 80, height: 60 } });
  const draw = async (style: string, width = 80): Promise<Buffer> => {
    await page.setViewportSize({ width, height: 60 });
    await page.setContent(`<body style="margin:0;background:#fff"><p style="position:absolute;margin:0;${style}">`);
    return page.screenshot();
  };
  const spot = "left:10px;top:20px;width:8px;height:6px;background:";
  const before = await draw(`${spot}#246`);
  expect(await comparePictures(page, before, await draw(`${spot}#246`))).toMatchObject({
    pixels: 0,
    sentence: "alike",
  });
  expect(await comparePictures(page, before, await draw(`${spot}#254868`))).toMatchObject({ pixels: 0 });
  expect(await comparePictures(page, before, await draw(`${spot}#a46`))).toMatchObject({
    pixels: 48,
    sentence: "48 pixels between (10, 20) and (17, 25)",
  });
  expect(await comparePictures(page, before, await draw(`${spot.replace("left:10", "left:11")}#246`))).toMatchObject({
    pixels: 0,
  });
  expect((await comparePictures(page, before, await draw(`${spot}#246`, 70))).sentence).toBe("80 x 60 became 70 x 60");
  await page.close();
});
