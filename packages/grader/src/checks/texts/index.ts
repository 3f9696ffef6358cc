/** What checks say, by language: a sentence by its key, with what it is filled in with. */
import { textsOf } from "../../by-language.ts";
import type { Text } from "../../text.ts";
import type { en } from "./en.ts";

type Sentences = typeof en;
type Words<Key extends keyof Sentences> = Sentences[Key] extends (...words: infer Given) => string ? Given : [];

const sentences = textsOf<Sentences>({
  en: () => import("./en.ts").then((module) => module.en),
  vi: () => import("./vi.ts").then((module) => module.vi),
});

/** A sentence. The words are taken at once, so that it keeps saying what was so when it was made. */
export function say<Key extends keyof Sentences>(key: Key, ...words: Words<Key>): Text {
  return (lang) => {
    const sentence: string | ((...given: never[]) => string) = sentences(lang)?.[key] ?? "";
    return typeof sentence === "string" ? sentence : sentence(...(words as never[]));
  };
}
