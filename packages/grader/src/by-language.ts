/**
 * Texts by language. Those of a part of the page: English comes with the part, another language when a page speaks it. Those of a lab
 * and of its checks: each language comes when somebody is about to read them. Whoever speaks waits for the first word.
 */

/**
 * The type of a translation: English decides which keys there are, how many items a list has, and what a sentence is filled
 * in with.
 */
export type TranslationOf<T> = T extends string
  ? string
  : T extends (...words: infer Words) => string
    ? (...words: Words) => string
    : { readonly [Key in keyof T]: TranslationOf<T[Key]> };

type Loader<T> = () => Promise<T>;
type Loaders<T> = Readonly<Record<string, Loader<T>>>;
type Fetch = (language: string) => Promise<void> | undefined;

/** One part's texts. The function has them at hand: English until `arriving` has brought another language. */
export type ByLanguage<T> = (lang: string) => T;

/** Texts that are read late. The function has them at hand after `labsArriving`; undefined before. */
export type LateTexts<T> = (lang: string) => T | undefined;

/**
 * What a browser test makes of every text (test/e2e/pseudo-texts.ts): it puts a function here before the page loads. Everywhere
 * else texts are what they are.
 */
const { quaysideSpeaks: spoken = <T>(texts: T) => texts } = globalThis as {
  readonly quaysideSpeaks?: <T>(texts: T) => T;
};

const ofParts: Fetch[] = [];
const ofLabs: Fetch[] = [];

/**
 * Texts in English, with ways to fetch them in other languages. What all parts declare here is fetched together.
 * @param when `late`: other languages come with what labs say
 * @returns the texts in a language ("vi", "vi-VN"); English for every other, and for one that could not be fetched
 */
export function byLanguage<T>(en: NoInfer<T>, others: Loaders<T>, when: "soon" | "late" = "soon"): ByLanguage<T> {
  const arrived = new Map<string, T>();
  (when === "soon" ? ofParts : ofLabs).push(fetcher(others, arrived));
  return (lang) => spoken(arrived.get(baseOf(lang)) ?? en);
}

/** Texts of a lab, its answers, its tour or its checks. English is fetched for languages that nobody wrote. */
export function textsOf<T>(loaders: { readonly en: Loader<NoInfer<T>>; readonly vi: Loader<T> }): LateTexts<T> {
  const arrived = new Map<string, T>();
  const known = (language: string) => (Object.hasOwn(loaders, language) ? language : "en");
  const fetch = fetcher({ ...loaders }, arrived);
  ofLabs.push((language) => fetch(known(language)));
  return (lang) => spoken(arrived.get(known(baseOf(lang))));
}

function fetcher<T>(loaders: Loaders<T>, arrived: Map<string, T>): Fetch {
  const underWay = new Map<string, Promise<void>>();
  return (language) => {
    const load = loaders[language];
    if (load === undefined || arrived.has(language)) return;
    const fetching =
      underWay.get(language) ??
      load()
        .then((texts) => void arrived.set(language, texts))
        .catch((error: unknown) => console.error(error))
        .finally(() => underWay.delete(language));
    underWay.set(language, fetching);
    return fetching;
  };
}

/** Fetches a language for all parts that have come so far. @returns when it is there; undefined when it is already */
export function arriving(lang: string): Promise<unknown> | undefined {
  return together(ofParts, lang);
}

/** Fetches what the labs, answers, tours and checks that have come so far say in a language. @returns as `arriving` */
export function labsArriving(lang: string): Promise<unknown> | undefined {
  return together(ofLabs, lang);
}

function together(fetches: readonly Fetch[], lang: string): Promise<unknown> | undefined {
  const missing = fetches.map((fetch) => fetch(baseOf(lang))).filter((fetching) => fetching !== undefined);
  return missing.length === 0 ? undefined : Promise.all(missing);
}

/** The language of a tag: "vi" of "vi-VN". */
function baseOf(lang: string): string {
  return lang.slice(0, 2).toLowerCase();
}
