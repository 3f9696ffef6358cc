/**
 * Texts that one part of the page says, by language: English comes with the part, another language when a page speaks it.
 * Every element fetches the languages of the parts that it is made of before it draws for the first time.
 */

type Loaders<T> = Readonly<Record<string, () => Promise<T>>>;

/** One part's texts. The function has them at hand: English until `arriving` has brought another language. */
type ByLanguage<T> = (lang: string) => T;

const fetches: ((language: string) => Promise<void> | undefined)[] = [];

/**
 * Texts in English, with ways to fetch them in other languages. What the parts on a page declare here is fetched together.
 * @returns the texts in a language ("vi", "vi-VN"); English for every other, and for one that could not be fetched
 */
export function byLanguage<T>(en: T, others: Loaders<T>): ByLanguage<T> {
  const arrived = new Map<string, T>();
  const underWay = new Map<string, Promise<void>>();
  fetches.push((language) => {
    const load = others[language];
    if (load === undefined || arrived.has(language)) return;
    const fetching =
      underWay.get(language) ??
      load()
        .then((texts) => void arrived.set(language, texts))
        .catch((error: unknown) => console.error(error))
        .finally(() => underWay.delete(language));
    underWay.set(language, fetching);
    return fetching;
  });
  return (lang) => arrived.get(baseOf(lang)) ?? en;
}

/** Fetches a language for all parts that have come so far. @returns when it is there; undefined when it is already */
export function arriving(lang: string): Promise<unknown> | undefined {
  const language = baseOf(lang);
  const missing = fetches.map((fetch) => fetch(language)).filter((fetching) => fetching !== undefined);
  return missing.length === 0 ? undefined : Promise.all(missing);
}

/** The language of a tag: "vi" of "vi-VN". */
export function baseOf(lang: string): string {
  return lang.slice(0, 2).toLowerCase();
}
