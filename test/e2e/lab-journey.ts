/**
 * A way through a lab that comes past everything that it says: by classes and ids and never by words, so that it can be gone in
 * every language. At each stop somebody looks.
 */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { openSheet, SOON } from "./lesson-page.ts";
import { WEBSERVER } from "./webserver.ts";

/** Called at each stop, with a word for it. */
export type Look = (stop: string) => Promise<unknown>;

const lab = (page: Page) => page.locator("quayside-lab");

async function openPanel(page: Page, name: string): Promise<void> {
  await lab(page).locator(`#tab-${name}`).click();
  await lab(page).locator(`#panel-${name} > *:not(.waiting)`).first().waitFor();
}

/** Opens the page and its lab, which is a sheet in a narrow window. */
async function openLab(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await openSheet(page);
}

/** The tour, stop by stop, and out of it again. */
async function takeTour(page: Page, look: Look): Promise<void> {
  await lab(page).locator(".show-me").click();
  const tour = page.locator("quayside-tour");
  await tour.locator(".says p").first().waitFor();
  const stops = Number((await tour.locator(".count").textContent())?.split("/")[1]);
  for (let stop = 1; stop <= stops; stop += 1) {
    await expect
      .poll(async () => {
        const shown = (await tour.locator(".count").textContent()) === `${stop}/${stops}`;
        const stands = (await tour.locator(".says p").count()) > 0;
        if (!shown || !stands) await tour.locator(".next").click();
        return shown && stands;
      }, SOON)
      .toBe(true);
    await look(`tour ${stop}`);
  }
  await tour.locator(".end").click();
  await expect.poll(() => tour.count(), SOON).toBe(0);
}

/** Writes over the text of the open file, whichever of the two editors stands there. */
async function write(page: Page, text: string): Promise<void> {
  const editor = page.locator("quayside-editor");
  await lab(page).locator(".preview pre").or(editor.locator(".head")).first().click();
  await editor.evaluate((element, all) => {
    const words = element as unknown as { readonly active: string; replaceText(file: string, text: string): void };
    words.replaceText(words.active, all);
  }, text);
}

/** Runs a definition until nothing more is due. */
async function run(page: Page, look: Look): Promise<void> {
  await openPanel(page, "editor");
  await look("editor");
  await write(page, JSON.stringify(WEBSERVER, null, 2));
  await lab(page).locator("button.run").click();
  await page.locator("quayside-map .task").first().waitFor();
  await look("running");
  await lab(page).locator("quayside-timeline .transport .group button").nth(2).click();
  await expect.poll(() => lab(page).locator(".notice:not(.refused)").count(), SOON).toBe(0);
  await look("quiet");
}

/** A mistake in the editor: its findings, and the refusal when it is run all the same. */
async function beRefused(page: Page, look: Look, wrong: string): Promise<void> {
  await openPanel(page, "editor");
  await write(page, wrong);
  await page.locator("quayside-editor .problem").first().waitFor();
  await look("problems");
  await lab(page).locator("button.run").click();
  await lab(page).locator(".notice.refused").waitFor();
  await look("refused");
  await lab(page).locator(".notice.refused .button").first().click();
  await page.locator("quayside-why .sentence").waitFor();
  await look("why refused");
  await page.locator("quayside-inspector header button").click();
}

/** Everything that the inspector shows of what is selected. */
async function inspect(page: Page, look: Look, what: string): Promise<void> {
  const tabs = page.locator("quayside-inspector [role=tab]");
  await tabs.first().waitFor();
  for (let tab = 0; tab < (await tabs.count()); tab += 1) {
    await tabs.nth(tab).click();
    await look(`${what}, tab ${tab + 1}`);
  }
}

/** The first task on the map, why it stands there, and what its decisions were. */
async function askWhy(page: Page, look: Look): Promise<void> {
  const task = page.locator("quayside-map button.focus").first();
  await task.focus();
  await page.keyboard.press("Enter");
  await inspect(page, look, "task");
  await task.focus();
  await page.keyboard.press("w");
  await page.locator("quayside-why .sentence").waitFor();
  await look("why");
  const decisions = page.locator("quayside-why .decisions .open");
  for (let at = 0; at < (await decisions.count()); at += 1) {
    await decisions.nth(at).click();
    await page.locator("quayside-why .back").waitFor();
    await look(`decision ${at + 1}`);
    await page.locator("quayside-why .back").click();
    await decisions.first().waitFor();
  }
}

/** Keys and sharing, each a dialog, and the question before everything begins again. */
async function openDialogs(page: Page, look: Look): Promise<void> {
  for (const dialog of ["keys", "share"]) {
    await lab(page).locator(`.button.${dialog}`).click();
    await page.locator(`quayside-${dialog} button`).first().waitFor();
    if (dialog === "share")
      await expect.poll(() => page.locator("quayside-share input.link").inputValue(), SOON).toContain("#run=");
    await look(dialog);
    await page.keyboard.press("Escape");
  }
  await lab(page).locator(".tabs > .button.reset").click();
  await lab(page).locator(".notice.ask").waitFor();
  await look("reset");
  await lab(page).locator(".notice.ask .button:not(.danger)").last().click();
}

/** A command in the past asks before it drops what came after. */
async function actInThePast(page: Page, look: Look): Promise<void> {
  await lab(page).locator("quayside-timeline input[type=range]").first().press("ArrowLeft");
  await openPanel(page, "terminal");
  await page.locator("quayside-terminal input").click();
  await page.keyboard.type("aws ecs list-clusters");
  await page.keyboard.press("Enter");
  await lab(page).locator(".notice.ask").waitFor();
  await look("past");
  await lab(page).locator(".notice.ask .button:not(.primary)").click();
}

/** Both runs side by side, what differs between them, and the question at the end. */
async function compare(page: Page, look: Look): Promise<void> {
  await lab(page).locator("quayside-timeline .fork").first().click();
  await page.locator("quayside-pair").waitFor();
  await look("forked");
  await lab(page).locator("#tab-terminal").click();
  await page.locator("quayside-terminal input").click();
  await page.keyboard.type("aws ecs stop-task --task $(aws ecs list-tasks --query 'taskArns[0]' --output text)");
  await page.keyboard.press("Enter");
  await lab(page).locator("quayside-timeline .transport .group button").nth(2).click();
  await openPanel(page, "differences");
  await look("differences");
  await lab(page).locator("quayside-timeline .fork").first().click();
  await page.locator("quayside-pair [role=alertdialog]").waitFor();
  await look("keep");
  await page.locator("quayside-pair [role=alertdialog] button").first().click();
  await expect.poll(() => page.locator("quayside-pair").count(), SOON).toBe(0);
}

/** Checks with every hint and a mark, and the solution, step by step. */
async function beGraded(page: Page, look: Look): Promise<void> {
  await openPanel(page, "checks");
  const checks = page.locator("#panel-checks quayside-checks");
  await look("checks");
  await checks.locator(".offer .button").click();
  await look("give it away?");
  await checks.locator(".give-away .primary").click();
  const hint = checks.locator(".actions .button:not(.primary)");
  for (let taken = 0; await hint.isEnabled(); taken += 1) {
    await hint.click();
    await checks.locator(".hints li").nth(taken).waitFor();
  }
  await checks.locator(".actions .primary").click();
  await checks.locator(".report").waitFor();
  await look("mark");
  await checks.locator(".offer .button").click();
  const go = page.locator("quayside-solution .go");
  await go.waitFor();
  await look("solution");
  const total = await page.locator("quayside-solution section > ol > li").count();
  for (let press = 0; press < 3 * total; press += 1) {
    if ((await page.locator("quayside-solution li.done").count()) === total) break;
    await go.click();
    await look(`solution ${press + 1}`);
  }
  await page.locator("quayside-solution header .back").click();
  await expect.poll(() => page.locator("quayside-solution").count(), SOON).toBe(0);
}

/** Every fault that can be caused, one after another. */
async function causeFaults(page: Page, look: Look): Promise<void> {
  await openPanel(page, "faults");
  const faults = page.locator("quayside-faults");
  await faults.locator("form").first().waitFor();
  await look("faults");
  const count = await faults.locator("form").count();
  for (let at = 0; at < count; at += 1) {
    // At once: what it would break may be gone in the next moment.
    await faults
      .locator("form button")
      .nth(at)
      .evaluate((button: HTMLButtonElement) => button.click());
    await look(`fault ${at + 1}`);
  }
}

/** One thing of each kind in the tree, with its tabs. */
async function goThroughTree(page: Page, look: Look): Promise<void> {
  const tree = page.locator("quayside-resources [role=tree]:visible");
  const kind = page.locator("quayside-inspector header small");
  if (!(await lab(page).locator(".resources quayside-resources").isVisible())) await openPanel(page, "resources");
  await tree.focus();
  await page.keyboard.press("Home");
  await look("resources");
  const seen = new Set<string | null>();
  for (let last = ""; ; ) {
    await page.keyboard.press("ArrowDown");
    const active = (await tree.getAttribute("aria-activedescendant")) ?? "";
    if (active === last) break;
    last = active;
    await page.keyboard.press("Enter");
    const shown = (await kind.count()) === 0 ? null : await kind.textContent();
    if (shown === null || seen.has(shown)) continue;
    seen.add(shown);
    await inspect(page, look, last);
    // In a narrow lab the inspector has taken the panel's place.
    if (!(await tree.isVisible())) await openPanel(page, "resources");
    await tree.focus();
  }
}

/** The text of a definition that Amazon ECS refuses. */
const REFUSED = `{ "family": "webserver", "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "cpu": "256", "memory": "5", "containerDefinitions": [{ "name": "nginx", "image": "nginx" }] }`;

/** Through the lab of a lesson that has a tour and a solution. */
export async function throughLesson(page: Page, path: string, look: Look): Promise<void> {
  await openLab(page, path);
  await look("opened");
  await takeTour(page, look);
  await beRefused(page, look, REFUSED);
  await run(page, look);
  await askWhy(page, look);
  await openPanel(page, "journal");
  await look("journal");
  await beGraded(page, look);
  await openDialogs(page, look);
}

/** Through the sandbox. */
export async function throughSandbox(page: Page, path: string, look: Look): Promise<void> {
  await openLab(page, path);
  await look("opened");
  await beRefused(page, look, REFUSED);
  await run(page, look);
  await askWhy(page, look);
  await goThroughTree(page, look);
  await actInThePast(page, look);
  await compare(page, look);
  await causeFaults(page, look);
  await openPanel(page, "journal");
  await look("journal");
}
