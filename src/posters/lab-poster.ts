// Pictures of the labs, made while the site is built: each lab's solution is run, and the moment in which most is going on
// is drawn by the map's own code.

import { gradeLab } from "@quayside/grader/content";
import type { Session } from "@quayside/simulator";
import type { Moment } from "@quayside/widgets";
import { heroStill } from "@quayside/widgets/hero-still";
import { drawPoster, harbourMoment, liveliestMoment, templateText } from "@quayside/widgets/poster";
import { labOf } from "../course/labs.ts";
import { type SiteLanguage, textsFor } from "../i18n/texts.ts";

/** Size of a lab's picture: about that of the map in a lesson on a wide window. */
const LAB_SIZE = { width: 720, height: 460 };

/** Size of the sandbox's picture. */
const HARBOUR_SIZE = { width: 620, height: 420 };

/** Size of one of two pictures side by side. */
const STORY_SIZE = { width: 360, height: 400 };

const moments = new Map<string, Moment>();

/** The moment that a lab is shown at, or undefined when the lesson has no lab. */
export function labMoment(lessonId: string): Moment | undefined {
  const whole = labOf(lessonId);
  if (whole === undefined) return undefined;
  let moment = moments.get(lessonId);
  if (moment === undefined) {
    const { session } = gradeLab(whole, whole.answers.solution).attempt;
    moment = liveliestMoment(session.journal, session.nowMs);
    moments.set(lessonId, moment);
  }
  return moment;
}

/** A lab's picture as an `<svg>`, in the page's colours or as a file; undefined when the lesson has no lab. */
export async function labPoster(
  lessonId: string,
  lang: SiteLanguage,
  colours: "page" | "file",
): Promise<string | undefined> {
  const moment = labMoment(lessonId);
  const title = textsFor(lang)("lesson.poster");
  return moment && drawPoster({ moment, ...LAB_SIZE, lang, title, colours });
}

/** The last moment of a run as an `<svg>` in the page's colours; `title` says what it shows. */
export function runPoster({ tables, nowMs, journal }: Session, lang: SiteLanguage, title: string): Promise<string> {
  const moment = { tables, atMs: nowMs, headMs: nowMs, recordCount: journal.length };
  return drawPoster({ moment, ...STORY_SIZE, lang, title, colours: "page" });
}

/** A lively run for a sandbox without scripts, as an `<svg>` in the page's colours. */
export function harbourPoster(lang: SiteLanguage): Promise<string> {
  const title = textsFor(lang)("sandbox.poster");
  return drawPoster({ moment: harbourMoment(), ...HARBOUR_SIZE, lang, title, colours: "page" });
}

/** The first moment of the home page's story, as the shadow of its element before the element's code has come. */
export async function heroShadow(lang: SiteLanguage): Promise<string> {
  const { css, template } = await heroStill(lang);
  return `<template shadowrootmode="open"><style>${css}</style>${templateText(template)}</template>`;
}
