/**
 * The pictures by which changes of the pages' looks are noticed: which page, in which window and theme, brought into which
 * state, and how a picture of it is taken that is the same every time.
 */
import { readFileSync } from "node:fs";
import { inRepository } from "@quayside/toolchain/repository";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** One picture. */
export interface Picture {
  /** Its file, without `.png`. */
  readonly name: string;
  readonly path: string;
  readonly look: keyof typeof LOOKS;
  /** Brings the page into the state of the picture. */
  readonly prepare: (page: Page) => Promise<unknown>;
}

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };
const LOOKS = {
  "wide-light": { viewport: WIDE, colorScheme: "light" },
  "wide-dark": { viewport: WIDE, colorScheme: "dark" },
  "narrow-light": { viewport: NARROW, colorScheme: "light" },
  "narrow-dark": { viewport: NARROW, colorScheme: "dark" },
} as const satisfies Record<string, BrowserContextOptions>;

const lab = (page: Page) => page.locator("quayside-lab .lab").waitFor();

/** Taps the definition's text, waits for the editor that comes in its place, and leaves its caret where no help is shown. */
async function editor(page: Page): Promise<void> {
  await page.locator("quayside-lab .preview pre, quayside-editor").first().click();
  await page.locator("quayside-editor textarea, .monaco-editor .view-line").first().waitFor();
  await page.keyboard.press("Control+Home");
}

/** The sandbox with its list of resources and its editor, at the end of what happens by itself. */
async function untilQuiet(page: Page): Promise<void> {
  await lab(page);
  await editor(page);
  await page.getByRole("button", { name: "Until quiet" }).click();
  await page.locator("quayside-timeline .state", { hasText: "Quiet" }).waitFor();
}

const openPanel = async (page: Page, name: string, part: string): Promise<void> => {
  await page.getByRole("tab", { name }).click();
  await page.locator(part).first().waitFor();
};

/** Every kind of page and the main states of a lab; windows and themes are spread over them. */
export const PICTURES: readonly Picture[] = [
  {
    name: "home",
    path: "/",
    look: "wide-light",
    prepare: (page) => page.locator("quayside-hero .story:not(style ~ .story)").waitFor(),
  },
  { name: "home-vi", path: "/vi/", look: "narrow-dark", prepare: async () => {} },
  { name: "lesson", path: "/en/task-definitions/several-containers/", look: "wide-dark", prepare: lab },
  { name: "lesson-vi", path: "/vi/start/ecs-in-one-picture/", look: "narrow-light", prepare: async () => {} },
  {
    name: "sandbox-inspector",
    path: "/sandbox/?scenario=full-house",
    look: "wide-light",
    prepare: async (page) => {
      await untilQuiet(page);
      await page.locator("quayside-map .focus").press("Enter");
      await page.locator("quayside-inspector dl").first().waitFor();
      await page.getByRole("button", { name: "Plain text" }).waitFor();
      // The editor's scroll bar fades some time after the text has come.
      await page.locator(".monaco-editor .invisible.scrollbar.vertical").first().waitFor({ state: "attached" });
    },
  },
  {
    name: "sandbox-journal",
    path: "/sandbox/?scenario=web-running",
    look: "wide-dark",
    prepare: async (page) => {
      await untilQuiet(page);
      await openPanel(page, "Journal", "quayside-journal li");
    },
  },
  {
    name: "sandbox-faults",
    path: "/sandbox/?scenario=ways-to-end",
    look: "narrow-light",
    prepare: async (page) => {
      await untilQuiet(page);
      await openPanel(page, "Faults", "quayside-faults form");
    },
  },
  {
    name: "sandbox-table",
    path: "/sandbox/?scenario=who-may-read",
    look: "narrow-dark",
    prepare: async (page) => {
      await untilQuiet(page);
      await page.getByRole("button", { name: "Table" }).click();
      await page.locator("quayside-map table").waitFor();
    },
  },
  { name: "coverage", path: "/coverage/", look: "wide-dark", prepare: async () => {} },
  { name: "progress-vi", path: "/vi/progress/", look: "narrow-light", prepare: async () => {} },
  {
    name: "search",
    path: "/en/tasks/life-of-a-task/",
    look: "wide-light",
    prepare: async (page) => {
      await lab(page);
      await page.keyboard.press("Control+k");
      await page.locator("[data-search] input").waitFor();
    },
  },
];

/** Day of every clock in a picture. */
const TODAY = new Date("2026-11-20T12:00:00Z");
/** Most pictures that are taken of a page until two in a row are the same. */
const TAKES = 20;

/** The file of a picture. */
export function pictureFile(name: string): string {
  return inRepository("test/e2e/pictures", `${name}.png`);
}

/**
 * Takes a picture when the page has come to rest: no movement, fonts there, no caret.
 * @throws when it does not come to rest
 */
export async function takePicture(page: Page, { path, prepare }: Picture): Promise<Buffer> {
  await page.clock.setFixedTime(TODAY);
  // Letters that come late are kept for the next page: the first visit brings them.
  await page.goto(path, { waitUntil: "networkidle" });
  await page.evaluate(() => document.fonts.ready);
  await page.reload({ waitUntil: "networkidle" });
  await prepare(page);
  await page.mouse.move(0, 0);
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
  let before: Buffer = Buffer.alloc(0);
  for (let take = 0; take < TAKES; take += 1) {
    const picture = await page.screenshot({ animations: "disabled", caret: "hide" });
    if (picture.equals(before)) return picture;
    before = picture;
    // Whatever still moves has drawn its next frames, and the page has nothing left to do.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve))));
  }
  throw new Error(`${path} does not come to rest: ${TAKES} pictures, no two in a row alike`);
}

/** The window and theme of a picture, with nothing that differs from one machine's settings to another's. */
export function contextOf({ look }: Picture): BrowserContextOptions {
  return { ...LOOKS[look], reducedMotion: "reduce", locale: "en-US", timezoneId: "UTC", deviceScaleFactor: 1 };
}

/** What a picture depends on besides our pages: the browser's major version, and how wide its letters are. */
export async function describeMachine(browser: Browser): Promise<{ browser: string; letters: string }> {
  const page = await browser.newPage();
  const letters = await page.evaluate(() => {
    const pen = document.createElement("canvas").getContext("2d");
    const widths = ["sans-serif", "monospace"].map((family) => {
      if (pen === null) return 0;
      pen.font = `16px ${family}`;
      return pen.measureText("Quayside: tiếng Việt, 0123456789 {}[]").width;
    });
    return widths.map((width) => width.toFixed(2)).join(" ");
  });
  await page.close();
  return { browser: browser.version().replace(/\..*/, ""), letters };
}

/** The machine on which the recorded pictures were taken. */
export const MACHINE_FILE = inRepository("test/e2e/pictures/machine.json");

/** Whether pictures of this machine can be compared with the recorded ones. */
export async function isTheRecordedMachine(browser: Browser): Promise<boolean> {
  const recorded = JSON.parse(readFileSync(MACHINE_FILE, "utf8"));
  return JSON.stringify(recorded) === JSON.stringify(await describeMachine(browser));
}
