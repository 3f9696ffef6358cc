/** What the chart of traffic says, by language. */
import { byLanguage } from "../../i18n/by-language.ts";
import { en } from "./en.ts";

export type { TrafficTexts } from "./en.ts";

/** The words in the language of a tag such as "vi-VN"; English for every other one. */
export const trafficTexts = byLanguage(en, { vi: () => import("./vi.ts").then((module) => module.vi) });
