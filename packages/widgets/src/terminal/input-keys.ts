/** What a key means in the terminal's input, apart from the element that does it. */

/** The keys of a KeyboardEvent that matter here. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export interface InputState {
  readonly line: string;
  /** Text is marked: Ctrl+C copies it. */
  readonly hasSelection: boolean;
  readonly menuOpen: boolean;
  /** An option of the open list is the active one. */
  readonly optionActive: boolean;
  /** Escape was pressed: the next Tab goes to the next control. */
  readonly tabLeaves: boolean;
}

export type InputAction =
  | "run"
  | "accept"
  | "complete"
  | "nextOption"
  | "previousOption"
  | "older"
  | "newer"
  | "close"
  | "letTabLeave"
  | "clear"
  | "drop";

/**
 * The action for a key, or undefined when the key is the browser's. Tab is only taken while there is something to
 * complete: an empty line, Shift and a second Escape let it go.
 */
export function inputAction(pressed: PressedKey, state: InputState): InputAction | undefined {
  if (pressed.altKey) return undefined;
  if (pressed.ctrlKey) return controlAction(pressed.key.toLowerCase(), state);
  switch (pressed.key) {
    case "Enter":
      return state.optionActive ? "accept" : "run";
    case "Escape":
      return state.menuOpen ? "close" : "letTabLeave";
    case "ArrowUp":
      return state.menuOpen ? "previousOption" : "older";
    case "ArrowDown":
      return state.menuOpen ? "nextOption" : "newer";
    case "Tab":
      if (state.menuOpen) return pressed.shiftKey ? "previousOption" : "nextOption";
      return pressed.shiftKey || state.tabLeaves || state.line.trim() === "" ? undefined : "complete";
    default:
      return undefined;
  }
}

function controlAction(key: string, state: InputState): InputAction | undefined {
  if (key === "l") return "clear";
  if (key === "c" && !state.hasSelection) return "drop";
  return undefined;
}
