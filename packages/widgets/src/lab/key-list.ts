/** The keys that `?` shows, by place. Lab and map give the tables that answer them; a test asks the others' own functions. */
import { MAP_KEYS } from "../map/map-keys.ts";
import { SHORTCUTS } from "../run/shortcuts.ts";
import type { KeyTexts, TypingAction } from "./key-texts/index.ts";

/** Keys that do one thing: any of them, each maybe with Ctrl. */
export interface KeyRow {
  readonly keys: readonly (readonly string[])[];
  readonly text: string;
}

/** The keys of one place. */
export interface KeyGroup {
  readonly title: string;
  readonly rows: readonly KeyRow[];
}

/** A key while something is typed. `key` as in `KeyboardEvent.key`. */
export interface TypingKey {
  readonly key: string;
  readonly ctrl: boolean;
  readonly action: TypingAction;
}

export const EDITOR_KEYS: readonly TypingKey[] = [
  { key: "Enter", ctrl: true, action: "run" },
  { key: ".", ctrl: true, action: "fix" },
  { key: "m", ctrl: true, action: "tabMode" },
];

export const TERMINAL_KEYS: readonly TypingKey[] = [
  { key: "Tab", ctrl: false, action: "complete" },
  { key: "ArrowUp", ctrl: false, action: "older" },
  { key: "ArrowDown", ctrl: false, action: "newer" },
  { key: "c", ctrl: true, action: "drop" },
  { key: "l", ctrl: true, action: "clear" },
];

/** Signs of keys that no letter stands for. */
const SIGNS: Readonly<Record<string, string>> = { ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓" };

/** Every key, in the words of a language. */
export function keyGroups(texts: KeyTexts): KeyGroup[] {
  const sign = (key: string) =>
    key === " " ? texts.space : (SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key));
  const typing = (keys: readonly TypingKey[]) =>
    keys.map(({ key, ctrl, action }) => ({
      keys: [[...(ctrl ? ["Ctrl"] : []), sign(key)]],
      text: texts.typing[action],
    }));
  return [
    {
      title: texts.time,
      rows: SHORTCUTS.map(({ key, name }) => ({ keys: [[sign(key)]], text: texts.shortcuts[name] })),
    },
    { title: texts.map, rows: mapRows(texts, sign) },
    { title: texts.editor, rows: typing(EDITOR_KEYS) },
    { title: texts.terminal, rows: typing(TERMINAL_KEYS) },
  ];
}

function mapRows(texts: KeyTexts, sign: (key: string) => string): KeyRow[] {
  const rows = new Map<string, Set<string>>();
  for (const [key, action] of MAP_KEYS) {
    const text = action in texts.mapActions ? texts.mapActions[action as keyof KeyTexts["mapActions"]] : texts.moves;
    rows.set(text, (rows.get(text) ?? new Set()).add(sign(key)));
  }
  const pressed = [...rows].map(([text, keys]) => ({ keys: [...keys].map((key) => [key]), text }));
  const wheel = { keys: [["Ctrl", texts.wheel]], text: texts.wheels };
  return [...pressed, wheel, { keys: [[texts.drag]], text: texts.drags }];
}
