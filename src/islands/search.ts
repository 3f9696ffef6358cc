// Search over the index that Pagefind makes at build time (one a language), and over the messages of AWS: whoever pastes one finds
// what it means. Where nothing is found, the nearest message and lesson are offered. Loaded when the dialog opens.

import { withoutOwn } from "../course/failure-finder.ts";
import { type FoundFailure, loadFailures } from "./failures.ts";
import { nearestLesson } from "./lesson-links.ts";

interface Place {
  url: string;
  title?: string;
  excerpt: string;
  locations: readonly number[];
}
interface Found {
  url: string;
  excerpt: string;
  meta: { title?: string };
  sub_results: readonly Place[];
}
interface Pagefind {
  init(): Promise<void>;
  debouncedSearch(term: string): Promise<{ results: { data(): Promise<Found> }[] } | null>;
}

const MAX_RESULTS = 8;
/** Places of a page that are shown at most: steps of a lesson, sections of an article. */
const MAX_PLACES = 2;
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
    const lang = document.documentElement.lang;
    // Without them pages are found all the same.
    const [pagefind, failures] = await Promise.all([loadPagefind(), loadFailures(lang).catch(() => undefined)]);
    const search = async () => {
      const term = field.value.trim();
      if (term === "") return list.replaceChildren();
      const answer = await pagefind.debouncedSearch(withoutOwn(term));
      if (!answer) return;
      const pages = await Promise.all(answer.results.slice(0, MAX_RESULTS).map((result) => result.data()));
      const told = failureItems(failures?.find(term));
      const found = [...told, ...pages.flatMap(placesOf).map(resultItem)];
      if (found.length > 0) {
        list.replaceChildren(...found);
        return say(dialog.dataset.count, { count: String(told.length + answer.results.length) });
      }
      const near = failures?.nearest(term);
      const lesson = nearestLesson(term, lang) ?? near?.lesson;
      list.replaceChildren(...failureItems(near && { ...near, lesson: undefined }), ...lessonItems(lesson));
      say(list.childElementCount > 0 ? dialog.dataset.near : dialog.dataset.none, { term: shorten(term) });
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

interface Item {
  readonly href: string;
  readonly title: string;
  readonly text: readonly Node[];
}

/** The places of a page with the most hits, a lesson's steps above all; the page itself where it has none. */
function placesOf({ url, excerpt, meta, sub_results: places }: Found): Item[] {
  const page = meta.title ?? url;
  const best = [...places].sort((a, b) => b.locations.length - a.locations.length).slice(0, MAX_PLACES);
  if (best.length === 0) return [{ href: url, title: page, text: excerptNodes(excerpt) }];
  return best.map((place) => {
    const title = place.title === undefined || place.title === page ? page : `${page}: ${place.title}`;
    return { href: place.url, title, text: excerptNodes(place.excerpt) };
  });
}

/** A message with its meaning, and the lesson about it. */
function failureItems(failure: FoundFailure | undefined): HTMLLIElement[] {
  if (failure === undefined) return [];
  const { says, href, means, lesson } = failure;
  return [resultItem({ href, title: shorten(says), text: [new Text(means)] }), ...lessonItems(lesson)];
}

function lessonItems(lesson: { readonly href: string; readonly title: string } | undefined): HTMLLIElement[] {
  return lesson === undefined ? [] : [resultItem({ ...lesson, text: [] })];
}

const LONGEST = 160;

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function resultItem({ href, title, text }: Item): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = href;
  const name = document.createElement("strong");
  name.textContent = title;
  link.append(name, ...text);
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
