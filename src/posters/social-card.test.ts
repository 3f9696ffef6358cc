// The picture of a shared link: its words are all there and fit beside the map, in both languages and both themes.

import { harbourMoment } from "@quayside/widgets/poster";
import { describe, expect, it } from "vitest";
import { allLessons } from "../course/course.ts";
import { drawSocialCard, type SocialCard } from "./social-card.ts";

const CARD: SocialCard = {
  title: "CPU & memory",
  part: "01 · Task definitions",
  tagline: "Learn Amazon ECS by running it in the browser",
  moment: harbourMoment(),
  lang: "en",
  theme: "dark",
};

/** The card's own texts; those of the map have other fonts. */
const linesOf = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*font-family="'Source Sans 3'[^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) => text);

describe("a social card", () => {
  it("says where the lesson belongs, what it is called and what this is", async () => {
    expect(linesOf(await drawSocialCard(CARD))).toEqual([
      "Quayside",
      "01 · Task definitions",
      "CPU &amp; memory",
      "Learn Amazon ECS by running it in the browser",
    ]);
  });

  it("breaks every title of the course into few lines that do not reach the map", async () => {
    for (const lesson of allLessons) {
      for (const lang of ["en", "vi"] as const) {
        const title = lesson.title[lang];
        const lines = linesOf(await drawSocialCard({ ...CARD, lang, title, tagline: "-" })).slice(2, -1);
        expect(lines.join(" ")).toBe(title.replace("&", "&amp;"));
        expect(lines.length, title).toBeLessThanOrEqual(4);
        expect(Math.max(...lines.map((line) => line.length)), title).toBeLessThan(20);
      }
    }
  });

  it("needs no style sheet, and has the colours of its theme", async () => {
    const [light, dark] = await Promise.all(
      (["light", "dark"] as const).map((theme) => drawSocialCard({ ...CARD, theme })),
    );
    expect(light).not.toMatch(/var\(|class=|style|NaN|undefined/);
    expect(dark?.match(/#[0-9a-f]{6}/)?.[0]).not.toBe(light?.match(/#[0-9a-f]{6}/)?.[0]);
  });
});
