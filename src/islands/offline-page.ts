// The offline page's list: which pages this browser keeps, by their own titles.

const list = document.querySelector<HTMLElement>("[data-kept-pages]");

async function showPages(place: HTMLElement): Promise<void> {
  const pages = await keptPages();
  place.hidden = pages.length === 0;
  const none = document.querySelector<HTMLElement>("[data-none-kept]");
  if (none) none.hidden = pages.length > 0;
  place.querySelector("ul")?.replaceChildren(
    ...pages.map(({ path, title, lang }) => {
      const link = document.createElement("a");
      link.href = path;
      link.lang = lang;
      link.textContent = title;
      const item = document.createElement("li");
      item.append(link);
      return item;
    }),
  );
}

/** The pages in the service worker's caches, in the order of their addresses; none where storage is blocked. */
async function keptPages(): Promise<{ path: string; title: string; lang: string }[]> {
  const pages = new Map<string, { path: string; title: string; lang: string }>();
  try {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const path = new URL(request.url).pathname;
        if (!path.endsWith("/") || path.endsWith("/offline/")) continue;
        const text = await (await cache.match(request))?.text();
        const page = new DOMParser().parseFromString(text ?? "", "text/html");
        pages.set(path, { path, title: page.title.split(" | ")[0] ?? path, lang: page.documentElement.lang });
      }
    }
  } catch {
    // No caches here.
  }
  return [...pages.values()].sort((left, right) => (left.path < right.path ? -1 : 1));
}

if (list) void showPages(list);
document.querySelector("[data-retry]")?.addEventListener("click", () => location.reload());
