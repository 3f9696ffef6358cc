// The pictures of the labs as files, one a lesson and language: /posters/en-01-01.svg. They follow the system's theme.

import { getCollection } from "astro:content";
import type { APIRoute } from "astro";
import { siteLanguage } from "../../i18n/texts.ts";
import { labPoster } from "../../posters/lab-poster.ts";

/** Every written lesson in each language. */
export async function getStaticPaths() {
  const ids = new Set((await getCollection("docs")).flatMap(({ data }) => data.lesson?.id ?? []));
  return [...ids].flatMap((id) =>
    ["en", "vi"].map((lang) => ({ params: { name: `${lang}-${id.replace("/", "-")}` }, props: { id, lang } })),
  );
}

export const GET: APIRoute<{ id: string; lang: string }> = async ({ props }) => {
  const poster = await labPoster(props.id, siteLanguage(props.lang), "file");
  return new Response(poster ?? null, { status: poster === undefined ? 404 : 200 });
};
