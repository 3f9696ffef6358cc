// The sandbox's address and its scenario: `?scenario=web-running` opens one, choosing another changes lab and address.
// `?lab=01/01` opens the cloud of a lesson.

/** What of the lab's element is needed here; it has `open` once it is defined. */
type Lab = HTMLElement & { readonly open?: (id: string) => void };

const SCENARIO = "scenario/";

/** Sets the lab that the address names, and lets the picker's links change it. */
export function followScenario(page: Document): void {
  const lab = page.querySelector<Lab>("quayside-lab");
  const picker = page.querySelector<HTMLElement>("[data-scenarios]");
  if (!lab || !picker) return;
  const links = [...picker.querySelectorAll<HTMLAnchorElement>("a[data-scenario]")];
  const asked = labOf(location.search, links);
  if (asked !== "") lab.setAttribute("lab", asked);
  show(picker, links, asked);
  for (const link of links) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || !lab.open) return;
      event.preventDefault();
      picker.querySelector<HTMLElement>("[popover]")?.hidePopover();
      lab.open(labOf(link.search, links));
    });
  }
  // The lab may have asked first, so the address waits until the run has begun.
  lab.addEventListener("quayside-begun", (event) => {
    const id = (event as CustomEvent<{ readonly lab: string }>).detail.lab;
    const link = show(picker, links, id);
    if (link && labOf(location.search, links) !== id) history.replaceState(history.state, "", link.href);
  });
}

/** The id of the lab that an address names; "" for the empty cluster, and for a scenario that there is not. */
function labOf(search: string, links: readonly HTMLAnchorElement[]): string {
  const params = new URLSearchParams(search);
  const lab = params.get("lab") ?? "";
  if (/^\d{2}\/\d{2}$/.test(lab)) return lab;
  const scenario = params.get("scenario");
  const known = scenario !== "default" && links.some((link) => link.dataset.scenario === scenario);
  return known ? `${SCENARIO}${scenario}` : "";
}

/** Marks the present scenario and names it on the button; the cloud of a lesson has no name here. */
function show(picker: HTMLElement, links: readonly HTMLAnchorElement[], id: string): HTMLAnchorElement | undefined {
  const name = id === "" ? "default" : id.startsWith(SCENARIO) ? id.slice(SCENARIO.length) : undefined;
  for (const link of links) {
    if (link.dataset.scenario === name) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  const link = links.find((each) => each.dataset.scenario === name);
  const [title, text] = [picker.querySelector("[data-title]"), picker.querySelector("[data-text]")];
  if (title) title.textContent = link?.querySelector("b")?.textContent ?? `${picker.dataset.scenarios} ${id}`;
  if (text) text.textContent = link?.querySelector("span")?.textContent ?? "";
  return link;
}
