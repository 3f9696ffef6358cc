/** What is said about mistakes that people make in every lab, by language. */
import { textsOf } from "../../by-language.ts";

export const mistakeTexts = textsOf({
  en: () => import("./en.ts").then((module) => module.en),
  vi: () => import("./vi.ts").then((module) => module.vi),
});
