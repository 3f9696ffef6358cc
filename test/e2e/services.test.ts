/** A service in the sandbox: created in the terminal, seen as a card beside the cloud, opened, read. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityViolations, LOOKS, scrollsSideways, test } from "./browser.ts";
import { SOON } from "./lesson-page.ts";

interface Shown {
  readonly run: {
    readonly shown: {
      readonly tables: {
        readonly subnets: Map<string, { readonly subnetId: string; readonly internetRoute: string }>;
        readonly taskDefinitions: Map<string, { readonly family: string }>;
      };
    };
  };
}

const card = (page: Page) => page.locator("quayside-map g.service");

/** Creates a service of two tasks through the terminal, in a sandbox that knows a task definition. */
async function createService(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator("quayside-lab .lab").waitFor();
  const { subnets, family } = await page.locator("quayside-lab").evaluate((lab) => {
    const { tables } = (lab as unknown as Shown).run.shown;
    const open = [...tables.subnets.values()].filter(({ internetRoute }) => internetRoute === "internet-gateway");
    const [definition] = tables.taskDefinitions.values();
    return { subnets: open.map(({ subnetId }) => subnetId).join(","), family: definition?.family ?? "" };
  });
  await page.locator("quayside-lab #tab-terminal").click();
  await page.locator("quayside-terminal input").waitFor();
  const network = `awsvpcConfiguration={subnets=[${subnets}],assignPublicIp=ENABLED}`;
  await type(
    page,
    `aws ecs create-service --service-name shop --task-definition ${family} --desired-count 2 --launch-type FARGATE --network-configuration "${network}"`,
  );
  await card(page).waitFor();
}

/** Lets time pass until the deployment is over. */
async function settle(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Until quiet" }).click();
  await expect.poll(() => card(page).textContent(), SOON).toMatch(/2 running\s*desired 2\s*$/);
}

async function type(page: Page, line: string): Promise<void> {
  await page.locator("quayside-terminal input").fill(line);
  await page.locator("quayside-terminal input").press("Enter");
}

test("a service has a card that counts its tasks, and says of itself what the table says", async ({ page }) => {
  await createService(page, "/sandbox/?scenario=web-running");
  expect(await card(page).textContent()).toContain("desired 2 (2 to 4)");
  expect(await card(page).locator(".missing").count()).toBe(2);
  await settle(page);
  expect(await card(page).locator(".running").count()).toBe(2);
  await page.getByRole("button", { name: "Table", exact: true }).click();
  const row = page.locator("quayside-map .twin tr", { hasText: "shop" });
  await expect.poll(() => row.textContent(), SOON).toMatch(/ACTIVE.*COMPLETED/s);
});

test("the card opens by keyboard: deployments, events in AWS's words, what the scheduler decided, tasks that name it", async ({
  page,
}) => {
  await createService(page, "/sandbox/?scenario=web-running");
  await settle(page);
  const focus = page.locator("quayside-map .focus");
  await focus.focus();
  await expect
    .poll(async () => {
      const name = (await focus.getAttribute("aria-label")) ?? "";
      if (!name.startsWith("Service shop")) await page.keyboard.press("ArrowLeft");
      return name;
    }, SOON)
    .toContain("Service shop, ACTIVE, webserver:1; 2 running; desired 2");
  await page.keyboard.press("Enter");
  const inspector = page.locator("quayside-inspector");
  await inspector.locator("h2", { hasText: "shop" }).waitFor();
  expect(await inspector.locator("#pane").textContent()).toContain("COMPLETED");
  await inspector.locator("#tab-events").click();
  expect(await inspector.locator("#pane dd").first().textContent()).toBe("(service shop) has reached a steady state.");
  await inspector.locator("#tab-decisions").click();
  expect(await inspector.locator("#pane tbody tr").last().textContent()).toContain("start 2 (scale-out)");
  expect(await accessibilityViolations(page)).toEqual([]);
  await inspector.locator("#tab-tasks").click();
  await inspector.locator("#pane .items button").first().click();
  await inspector.locator("#tab-configuration").click();
  await inspector.locator("#pane .to", { hasText: "shop" }).click();
  await inspector.locator("h2", { hasText: "shop" }).waitFor();
});

test.for(LOOKS)("$name: nothing that axe finds, and nothing sticks out", async (look, { openPage }) => {
  const { name: _name, ...window } = look;
  const page = await openPage(window);
  await createService(page, "/vi/sandbox/?scenario=web-running");
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
});

test("the chart of a service says each moment, goes there by keys, and keeps its place", async ({ page }) => {
  await createService(page, "/sandbox/?scenario=web-running");
  await settle(page);
  await card(page).click();
  const inspector = page.locator("quayside-inspector");
  const chart = inspector.locator("quayside-service-chart");
  const below = inspector.locator("#pane > h3").first();
  await below.waitFor();
  const place = await below.evaluate((heading) => (heading as HTMLElement).offsetTop);
  const slider = chart.getByRole("slider", { name: "Tasks of shop over time" });
  await slider.waitFor();
  expect(await below.evaluate((heading) => (heading as HTMLElement).offsetTop)).toBe(place);
  const says = () => slider.getAttribute("aria-valuetext");
  expect(await says()).toContain("2 running, 0 pending, 0 stopping, 2 desired, bounds 2 to 4");
  await slider.focus();
  await page.keyboard.press("Home");
  await expect.poll(says, SOON).toContain("0 running, 0 pending");
  await page.keyboard.press("ArrowRight");
  await expect.poll(says, SOON).toContain("0 running, 2 pending");
  await expect.poll(() => card(page).textContent(), SOON).toContain("0 running, 2 pending");
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press("End");
  await expect.poll(says, SOON).toContain("2 running");
  await chart.getByRole("button", { name: "Table", exact: true }).click();
  expect(await chart.locator("tbody tr").first().textContent()).toMatch(/^\d\d:\d\d\.\d200022–4$/);
  expect(await accessibilityViolations(page)).toEqual([]);
});

test("what the scheduler decided is read without scrolling sideways", async ({ page }) => {
  await createService(page, "/sandbox/?scenario=web-running");
  await settle(page);
  await card(page).click();
  const inspector = page.locator("quayside-inspector");
  await inspector.locator("#tab-decisions").click();
  const cells = inspector.locator("#pane .cells");
  await cells.waitFor();
  expect(await cells.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  expect(await cells.getByRole("row").count()).toBeGreaterThan(1);
  expect(await cells.getByRole("columnheader").count()).toBe(6);
});

test("many tasks are lanes under the service that started them, which fold", async ({ page }) => {
  await createService(page, "/sandbox/?scenario=web-running");
  await type(page, "aws ecs update-service --service shop --desired-count 8");
  await page.getByRole("button", { name: "Until quiet" }).click();
  await expect.poll(() => card(page).textContent(), SOON).toMatch(/8 running\s*desired 8\s*$/);
  await page.getByRole("button", { name: /^All \d+ lanes$/ }).click();
  const lanes = page.locator("quayside-lanes");
  const shop = lanes.getByRole("button", { name: /^service shop 8 tasks, 8 running of 8/ });
  await shop.waitFor();
  const height = () => lanes.locator(".list").evaluate((list) => (list as HTMLElement).offsetHeight);
  const whole = await height();
  await shop.press("Enter");
  expect(await shop.getAttribute("aria-expanded")).toBe("false");
  expect(await height()).toBe(whole - 8 * 14);
  expect(await lanes.getByRole("button", { name: /^standalone tasks of webserver 3 tasks/ }).count()).toBe(1);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await lanes.waitFor({ state: "detached" });
});

/** Height at which the first task of a service is drawn first, against the height at which it then stands. */
async function birthOf(page: Page): Promise<{ readonly born: number; readonly stands: number; readonly card: number }> {
  await page.goto("/sandbox/?scenario=services");
  await card(page).first().waitFor();
  await page.locator("quayside-map").evaluate((map) => {
    const seen = globalThis as { firstSeen?: string };
    const look = () => {
      const task = map.shadowRoot?.querySelector("g.task[transform]");
      seen.firstSeen ??= task?.getAttribute("transform") ?? undefined;
    };
    const stage = map.shadowRoot?.querySelector(".stage");
    if (stage) new MutationObserver(look).observe(stage, { subtree: true, childList: true, attributes: true });
  });
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect
    .poll(async () => {
      if ((await page.locator("quayside-map g.task").count()) === 0)
        await page.getByRole("button", { name: "Step", exact: true }).click();
      return page.locator("quayside-map g.task").count();
    }, SOON)
    .toBeGreaterThan(0);
  const first = page.locator("quayside-map g.task").first();
  await expect.poll(() => first.getAttribute("opacity"), SOON).toBe("1");
  await page.waitForTimeout(500);
  const born = await page.evaluate(() => (globalThis as { firstSeen?: string }).firstSeen ?? "");
  const heightIn = (transform: string | null) => Number(/translate\(\S+ ([\d.]+)/.exec(transform ?? "")?.[1]);
  return {
    born: heightIn(born),
    stands: heightIn(await first.getAttribute("transform")),
    card: heightIn(await card(page).first().getAttribute("transform")),
  };
}

test("a task is born at the card of its service", async ({ page }) => {
  const { born, stands, card: top } = await birthOf(page);
  expect(stands).toBeGreaterThan(top + 60);
  expect(born).toBeGreaterThanOrEqual(top);
  expect(born).toBeLessThan(stands - 20);
});

test("with reduced motion a task is where it belongs at once", async ({ openPage }) => {
  const page = await openPage({ reducedMotion: "reduce" });
  const { born, stands } = await birthOf(page);
  expect(born).toBe(stands);
});
