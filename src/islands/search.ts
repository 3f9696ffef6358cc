// Search over the index that Pagefind makes at build time (one a language). Loaded when the dialog opens.

interface Found {
  url: string;
  excerpt: string;
  meta: { title?: string };
}
interface Pagefind {
  init(): Promise<void>;
  debouncedSearch(term: string): Promise<{ results: { data(): Promise<Found> }[] } | null>;
}

const MAX_RESULTS = 8;
let started = false;

/** Makes the dialog's field search as one types. Safe to call at every opening: it starts once. */
export async function startSearch(dialog: HTMLDialogElement): Promise<void> {
  if (started) return;
  started = true;
  const field = dialog.querySelector("input");
  const state = dialog.querySelector<HTMLElement>(".state");
  const list = dialog.querySelector("ol");
  if (!field || !state || !list) return;
  const say = (text: string | undefined, values: Record<string, string>) => {
    state.textContent = (text ?? "").replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
  };
  dialog.addEventListener("keydown", (event) => moveBetweenResults(event, field, list));
  try {
    const pagefind = await loadPagefind();
    const search = async () => {
      const term = field.value.trim();
      if (term === "") return list.replaceChildren();
      const answer = await pagefind.debouncedSearch(term);
      if (!answer) return;
      const found = await Promise.all(answer.results.slice(0, MAX_RESULTS).map((result) => result.data()));
      list.replaceChildren(...found.map(resultItem));
      if (found.length === 0) say(dialog.dataset.none, { term });
      else say(dialog.dataset.count, { count: String(answer.results.length) });
    };
    field.addEventListener("input", () => void search());
    await search();
  } catch (error) {
    say(dialog.dataset.failed, { reason: error instanceof Error ? error.message : String(error) });
  }
}

async function loadPagefind(): Promise<Pagefind> {
  // The path is built at run time: the file does not exist when the bundle is made.
  const path = `${import.meta.env.BASE_URL.replace(/\/$/, "")}/pagefind/pagefind.js`;
  const pagefind: Pagefind = await import(/* @vite-ignore */ path);
  await pagefind.init();
  return pagefind;
}

function resultItem(found: Found): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = found.url;
  const title = document.createElement("strong");
  title.textContent = found.meta.title ?? found.url;
  link.append(title, ...excerptNodes(found.excerpt));
  item.append(link);
  return item;
}

/** Pagefind marks hits with <mark>; everything else in an excerpt is shown as text. */
function excerptNodes(excerpt: string): Node[] {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html").body;
  return [...parsed.childNodes].map((node) => {
    if (!(node instanceof HTMLElement) || node.localName !== "mark")
      return document.createTextNode(node.textContent ?? "");
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
}

function moveBetweenResults(event: KeyboardEvent, field: HTMLInputElement, list: HTMLOListElement): void {
  if (event.key === "Escape") {
    // A search field would only be emptied by it.
    event.preventDefault();
    list.closest("dialog")?.close();
    return;
  }
  const links = [...list.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  if (event.key === "ArrowDown" && links.length > 0) {
    event.preventDefault();
    links[Math.min(at + 1, links.length - 1)]?.focus();
  } else if (event.key === "ArrowUp" && at >= 0) {
    event.preventDefault();
    (links[at - 1] ?? field).focus();
  } else if (event.key === "Enter" && document.activeElement === field) {
    event.preventDefault();
    links[0]?.click();
  }
}
