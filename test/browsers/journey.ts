/** The main job in a few steps: home page, a task registered and run, editor, terminal, the past, a shared run. Whatever a page complains of fails it. */
import { KEYS, type Remote } from "./remote.ts";

/** A step waits so long for what it wants to see. */
const APPEARS_WITHIN_MS = 45_000;

/** Runs in the page before each look: finds through shadow roots, and collects what goes wrong. */
const TOOLS = `globalThis.qs ??= (() => {
  const caught = [];
  addEventListener("error", (event) => caught.push(String(event.message)));
  addEventListener("unhandledrejection", (event) => caught.push(String(event.reason)));
  const { error } = console;
  console.error = (...words) => { caught.push(words.map(String).join(" ")); error(...words); };
  const all = (selector, root = document) => [...root.querySelectorAll("*")].flatMap((element) =>
    [...(element.matches(selector) ? [element] : []), ...(element.shadowRoot ? all(selector, element.shadowRoot) : [])]);
  const find = (selector, text = "") => all(selector).find((element) =>
    element.checkVisibility({ visibilityProperty: true }) && ((element.getAttribute("aria-label") ?? "") + " " + element.textContent).includes(text));
  const middleOf = (element) => {
    element.scrollIntoView({ block: "nearest" });
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + Math.min(width / 2, 60), top + Math.min(height / 2, 12)];
  };
  return { caught, find, middleOf };
})();`;

/** Goes the whole way. @param tell called before each step; @returns what the pages complained of */
export async function journey(remote: Remote, siteUrl: string, tell: (step: string) => void): Promise<string[]> {
  const caught: string[] = [];
  const look = (expression: string) => remote.evaluate(`(() => { ${TOOLS} return ${expression}; })()`);
  const find = (selector: string, text: string) => `qs.find(${JSON.stringify(selector)}, ${JSON.stringify(text)})`;
  const see = async (selector: string, text = ""): Promise<void> => {
    const untilMs = Date.now() + APPEARS_WITHIN_MS;
    while ((await look(`Boolean(${find(selector, text)})`)) !== true) {
      if (Date.now() > untilMs) throw new Error(`There is no ${selector} ${text}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const click = async (selector: string, text = ""): Promise<void> => {
    await see(selector, text);
    const [x, y] = (await look(`qs.middleOf(${find(selector, text)})`)) as [number, number];
    await remote.clickAt(x, y);
  };
  const collect = async (): Promise<void> => {
    caught.push(...((await look("qs.caught.splice(0)")) as string[]));
  };
  const open = async (url: string): Promise<void> => {
    await remote.goTo(url);
    await look("0");
  };

  tell("the home page's cluster is ended by a click");
  await open(`${siteUrl}/`);
  await see(".bar .count", "9 of 9");
  await click("[data-act=end]", "End i-0b78ec");
  await see(".caption", "You ended i-0b78ec");
  await see(".caption", "Host EC2 (instance i-0b78ec");
  await collect();

  tell("a task definition is registered and run");
  await open(`${siteUrl}/sandbox/`);
  await click("button", "Register & run");
  await see(".notice", "was created");
  await click("button", "Until quiet");
  await see(".state", "Quiet");

  tell("the editor comes");
  await click(".preview pre, .view-line, textarea");
  await see(".view-line, textarea", "");

  tell("the terminal answers");
  await click("[role=tab]", "Terminal");
  await click("input[role=combobox]");
  await remote.press(`aws ecs list-tasks${KEYS.enter}`);
  await see(".block", "taskArns");

  tell("the past is looked at");
  await look(`${find("input[type=range]", "")}.focus()`);
  await remote.press(KEYS.home);
  await see("*", "Looking at the past");
  await click("button", "Back to now");

  tell("the run is shared and opened");
  await click("button", "Share");
  await see("input.link");
  const untilMs = Date.now() + APPEARS_WITHIN_MS;
  let link = "";
  while (!link.includes("#run=") && Date.now() < untilMs) link = String(await look(`${find("input.link", "")}.value`));
  await collect();
  if (!link.includes("#run=")) throw new Error(`The link holds no run: ${link.slice(0, 80)}`);
  await open("about:blank");
  await open(link);
  await see("quayside-map", "");
  await see(".state", "Quiet");
  await collect();
  return caught;
}
