/** The keys that `?` shows are those that are answered: by the tables themselves, or by the functions that answer them. */

import { describe, expect, test } from "vitest";
import { plainKeyAction } from "../editor/editor-keys.ts";
import { arriving } from "../i18n/by-language.ts";
import { MAP_KEYS } from "../map/map-keys.ts";
import { SHORTCUTS } from "../run/shortcuts.ts";
import { inputAction } from "../terminal/input-keys.ts";
import { EDITOR_KEYS, keyGroups, TERMINAL_KEYS } from "./key-list.ts";
import { keyTexts } from "./key-texts/index.ts";

const pressed = (key: string, ctrlKey: boolean) => ({ key, ctrlKey, metaKey: false, altKey: false, shiftKey: false });
const typing = { line: "aws ec", hasSelection: false, menuOpen: false, optionActive: false, tabLeaves: false };

test.each(EDITOR_KEYS)("the editor answers $key with $action", ({ key, ctrl, action }) => {
  expect(plainKeyAction(pressed(key, ctrl), false)).toBe(action);
});

test.each(TERMINAL_KEYS)("the terminal answers $key with $action", ({ key, ctrl, action }) => {
  expect(inputAction(pressed(key, ctrl), typing)).toBe(action);
});

await arriving("vi");

describe.each(["en", "vi"])("in %s", (lang) => {
  const [lab, map] = keyGroups(keyTexts(lang));

  test("every key of the lab is shown once, with its own words", () => {
    expect(lab?.rows.map(({ keys }) => keys[0]?.[0])).toEqual([
      keyTexts(lang).space,
      ".",
      ",",
      "[",
      "]",
      "B",
      "X",
      "F",
      "?",
    ]);
    expect(new Set(lab?.rows.map(({ text }) => text)).size).toBe(SHORTCUTS.length);
  });

  test("every key of the map is shown", () => {
    const shown = map?.rows.flatMap(({ keys }) => keys.map(([key]) => key)) ?? [];
    const walks = ["←", "→", "↑", "↓", "Enter", keyTexts(lang).space, "W"];
    expect(shown).toEqual([...walks, "+", "=", "-", "0", "Ctrl", keyTexts(lang).drag]);
    expect(MAP_KEYS.size).toBeGreaterThanOrEqual(walks.length);
  });
});
