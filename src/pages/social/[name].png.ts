// What a shared link to a lesson shows, one picture a lesson and language: /social/en-01-01.png. None where no PNG can be
// drawn; the pages then name the site's common picture.

import { getCollection } from "astro:content";
import type { APIRoute } from "astro";
import { lessonById, partOfLesson } from "../../course/course.ts";
import { type SiteLanguage, textsFor } from "../../i18n/texts.ts";
import { labMoment } from "../../posters/lab-poster.ts";
import { canDrawPng, drawPng } from "../../posters/png.ts";
import { CARD_SIZE, drawSocialCard } from "../../posters/social-card.ts";

/** Every written lesson in each language. */
export async function getStaticPaths() {
  if (!(await canDrawPng())) return [];
  const ids = new Set((await getCollection("docs")).flatMap(({ data }) => data.lesson?.id ?? []));
  return [...ids].flatMap((id) =>
    ["en", "vi"].map((lang) => ({ params: { name: `${lang}-${id.replace("/", "-")}` }, props: { id, lang } })),
  );
}

export const GET: APIRoute<{ id: string; lang: SiteLanguage }> = async ({ props: { id, lang } }) => {
  const moment = labMoment(id);
  const [lesson, part] = [lessonById(id), partOfLesson(id)];
  if (moment === undefined || lesson === undefined || part === undefined) return new Response(null, { status: 404 });
  const card = await drawSocialCard({
    title: lesson.title[lang],
    part: `${part.number} · ${part.title[lang]}`,
    tagline: textsFor(lang)("site.tagline"),
    moment,
    lang,
    theme: "dark",
  });
  return new Response(await drawPng(card, CARD_SIZE.width), { headers: { "content-type": "image/png" } });
};
