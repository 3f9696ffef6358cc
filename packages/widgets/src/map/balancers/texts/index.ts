/** What load balancers say on the map, by language. */
import { byLanguage } from "../../../i18n/by-language.ts";
import { en } from "./en.ts";

export type { BalancerTexts } from "./en.ts";

/** The words in the language of a tag such as "vi-VN"; English for every other one. */
export const balancerTexts = byLanguage(en, { vi: () => import("./vi.ts").then((module) => module.vi) });
