// The site's collections: lessons below content/docs, whose order numbers are taken out of their addresses, and the
// decision records below content/internals. Front matter is checked here, at the edge.

import { defineCollection } from "astro:content";
import { docsSchema, i18nSchema } from "@astrojs/starlight/schema";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { en } from "../content/i18n/en.ts";
import { vi } from "../content/i18n/vi.ts";
import { withoutNumbers } from "./course/course.ts";

const source = z.object({
  title: z.string(),
  url: z.url(),
  checked: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "write the day the page was checked as YYYY-MM-DD"),
});

const lesson = z.object({
  id: z.string().regex(/^\d{2}\/\d{2}$/, 'write part and lesson as two digits each, such as "01/01"'),
  minutes: z.number().int().min(5).max(30),
  objective: z.string(),
  sources: z.array(source).min(1),
});

/** What each page is laid out as; a docs entry with `lesson` is a lesson whatever this says. */
const kind = z.enum(["article", "home", "page", "sandbox"]).default("article");

export const collections = {
  docs: defineCollection({
    loader: glob({
      base: "./content/docs",
      pattern: "**/[^_]*.{md,mdx}",
      generateId: ({ entry }) => withoutNumbers(entry.replace(/(^|\/)index\.mdx?$/, "").replace(/\.mdx?$/, "")),
    }),
    schema: docsSchema({ extend: z.object({ lesson: lesson.optional(), kind }) }),
  }),
  i18n: defineCollection({
    loader: () => [
      { id: "en", ...en },
      { id: "vi", ...vi },
    ],
    schema: i18nSchema(),
  }),
  decisions: defineCollection({
    loader: glob({ base: "./content/internals/decisions", pattern: "*.md" }),
    schema: z.object({ title: z.string().optional() }),
  }),
};
