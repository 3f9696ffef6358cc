// Says on the home page's doors where the reader is: the next step of the next lesson, exercises passed, where the sandbox stands.

import { lastRun } from "@quayside/widgets/kept-runs";
import type { Progress } from "@quayside/widgets/progress";
import { lessonDone } from "./progress.ts";

type Words = Readonly<Record<string, string>>;

/** A lesson of the course map and how far it is. */
interface LessonOnMap {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly done: number;
  readonly total: number;
  readonly finished: boolean;
  readonly passed: boolean;
}

const door = (name: string) => document.querySelector<HTMLElement>(`[data-door="${name}"]`);

/** Shows the progress on the doors of learning and practising. */
export function showOnDoors(progress: Progress, links: readonly HTMLAnchorElement[]): void {
  const lessons = links.map((link) => onMap(progress, link));
  const begun = lessons.some(({ done, finished }) => done > 0 || finished);
  const next = lessons.find(({ finished }) => !finished);
  const finished = lessons.filter((lesson) => lesson.finished).length;
  if (begun) fillDoor("learn", finished / lessons.length, (words) => learning(words, next));
  const exercises = lessons.filter(({ total }) => total > 0);
  const passed = exercises.filter((lesson) => lesson.passed).length;
  const open = exercises.find((lesson) => !lesson.passed);
  if (passed === 0) return;
  fillDoor("practise", passed / exercises.length, (words) => ({
    where: fill(words.passed, { passed, total: exercises.length }),
    ...(open === undefined ? {} : { go: fill(words.goOn, { id: open.id }), href: open.href }),
  }));
}

/** Shows on the sandbox's door where its last run stands. */
export async function showSandbox(): Promise<void> {
  const { scenarios = "" } = wordsOf(door("sandbox"));
  const ids = scenarios.split(" ").filter((id) => id !== "");
  const run = await lastRun(["sandbox", ...ids.map((id) => `scenario/${id}`)]);
  if (run === undefined) return;
  const scenario = run.labId.startsWith("scenario/") ? `?scenario=${run.labId.slice("scenario/".length)}` : "";
  fillDoor("sandbox", 0, (words, link) => ({
    where: fill(words.kept, { clock: run.clock }),
    go: fill(words.goOn, { clock: run.clock }),
    href: new URL(`${link.pathname}${scenario}`, link.href).href,
  }));
}

/** What a door says and leads to; what is missing stays. */
interface Said {
  readonly where?: string;
  readonly go?: string;
  readonly href?: string;
}

function learning(words: Words, next: LessonOnMap | undefined): Said {
  if (next === undefined) return { where: words.all ?? "" };
  const { id, title, done, total, href } = next;
  const where =
    done < total
      ? fill(words.next, { id, lesson: title, step: done + 1, total })
      : fill(words.asked, { id, lesson: title });
  return { where, go: words.goOn ?? "", href: done < total ? href : `${href}#questions` };
}

function fillDoor(name: string, share: number, say: (words: Words, link: HTMLAnchorElement) => Said): void {
  const element = door(name);
  const link = element?.querySelector("a");
  if (!element || !link) return;
  const { where, go, href } = say(wordsOf(element), link);
  const [text, label] = [element.querySelector("[data-where]"), element.querySelector("[data-go]")];
  if (text && where !== undefined) text.textContent = where;
  if (label && go !== undefined) label.textContent = go;
  if (href !== undefined) link.href = href;
  element.style.setProperty("--filled", `${Math.round(share * 100)}%`);
}

function wordsOf(element: HTMLElement | null): Words {
  return JSON.parse(element?.dataset.words ?? "{}") as Words;
}

function onMap(progress: Progress, link: HTMLAnchorElement): LessonOnMap {
  const id = link.dataset.lessonLink ?? "";
  const title = link.querySelector("[data-title]")?.textContent?.trim() ?? "";
  const passed = progress.labs[id]?.passedAt !== undefined;
  return { id, href: link.href, title, passed, ...lessonDone(progress, id, link) };
}

function fill(text = "", values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
