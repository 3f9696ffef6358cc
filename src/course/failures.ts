// Everything that AWS says when it refuses or when something fails later, from the tables in which it stands: its words with
// places for names and numbers, what it means, and where more stands about it. Only while the site is built.

import { CAUSE_TABLES } from "@quayside/simulator/causes";
import { REFUSAL_TABLES } from "@quayside/simulator/refusals";
import { en } from "../../content/i18n/failures/en.ts";
import { vi } from "../../content/i18n/failures/vi.ts";
import { failureHref, ruleHref, type SiteLanguage } from "../i18n/texts.ts";
import type { FailureEntry } from "./failure-finder.ts";
import { hintOf, rulePage, rulesOf } from "./rules.ts";

const MEANINGS: Readonly<Record<SiteLanguage, Readonly<Record<string, string>>>> = { en, vi };

/** One message, in each of its wordings. */
export interface FailureMessage {
  readonly id: string;
  readonly family: string;
  /** `…` stands for what differs. */
  readonly says: readonly string[];
  /** AWS says nothing like it: the simulation ends there. */
  readonly isOurs: boolean;
}

/** A value that can be asked for anything and is always the same place in a sentence. */
const PLACE: object = new Proxy(() => PLACE, {
  get: (_target, name) => {
    if (name === Symbol.toPrimitive || name === "toString") return () => "…";
    if (name === Symbol.iterator) return () => [PLACE].values();
    return name === "length" ? 1 : PLACE;
  },
  apply: () => PLACE,
});

/** The words of a row without its values. */
function wordsOf(text: (values: never) => string): string {
  return String(text(PLACE as never)).replace(/undefined|NaN/g, "…");
}

/** Refusals and causes, each once, family by family. */
export function failureMessages(): readonly FailureMessage[] {
  const causes = CAUSE_TABLES.flatMap((table) =>
    Object.entries(table).map(([id, { text, onInstance, wording }]) =>
      messageOf(id, wording, [text, ...(onInstance === undefined ? [] : [onInstance.text])].map(wordsOf)),
    ),
  );
  const refusals = REFUSAL_TABLES.flatMap((table) =>
    Object.entries(table).map(([id, { message, wording }]) => messageOf(id, wording, [wordsOf(message)])),
  );
  const told = [...causes, ...refusals].filter(({ family, says }) => family in en && says.some((text) => text !== "…"));
  return [...Map.groupBy(told, ({ family }) => family).values()].flat();
}

function messageOf(id: string, wording: string, says: readonly string[]): FailureMessage {
  return { id, family: id.split(".")[0] ?? "", says: [...new Set(says)], isOurs: wording === "quayside" };
}

/** What a message means, in a language. */
export function meaningOf({ id, family, isOurs }: FailureMessage, lang: SiteLanguage): string {
  const meanings = MEANINGS[lang];
  return (isOurs ? meanings.quayside : undefined) ?? meanings[id] ?? meanings[family] ?? "";
}

/** What a family of messages is about. */
export function familyMeaning(family: string, lang: SiteLanguage): string {
  return MEANINGS[lang][family] ?? "";
}

/** All that is known of messages in a language, as the page's search and terminal load it: those of the rules, too. */
export function failureEntries(lang: SiteLanguage): readonly FailureEntry[] {
  const ofTables = failureMessages().map((message): FailureEntry => {
    return { id: message.id, says: message.says, means: meaningOf(message, lang), href: failureHref(message.id, lang) };
  });
  const ofRules = [...rulesOf("service"), ...rulesOf("client")].map((rule): FailureEntry => {
    return { id: rule.id, says: [rulePage(rule.id).message], means: hintOf(rule, lang), href: ruleHref(rule.id, lang) };
  });
  return [...ofTables, ...ofRules];
}
