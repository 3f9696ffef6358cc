/** A browser that is driven from outside: what the journey needs of it, however it is spoken to. */

/** One window of a browser. */
export interface Remote {
  /** Name and version, as the browser says it. */
  readonly name: string;
  /** Opens an address and waits until it has loaded. */
  goTo(url: string): Promise<void>;
  /** Runs an expression in the page; its value (a promise is waited for) comes back as plain data. */
  evaluate(expression: string): Promise<unknown>;
  /** Presses keys where the focus is: text, or keys of WebDriver's private use area (`KEYS`). */
  press(keys: string): Promise<void>;
  /** Presses the first button of the mouse at a point of the window. */
  clickAt(x: number, y: number): Promise<void>;
  close(): Promise<void>;
}

/** Keys without a letter. @source W3C WebDriver, 17.4.2 Keyboard actions (checked 2026-11-29) */
export const KEYS = { enter: "\uE007", home: "\uE011" } as const;

/** A browser that has not answered by then will not. */
export const START_WITHIN_MS = 30_000;

/** Key downs and ups of a text, as WebDriver and WebDriver BiDi write them. */
export function keyActions(keys: string): object[] {
  const actions = [...keys].flatMap((value) => ["keyDown", "keyUp"].map((type) => ({ type, value })));
  return [{ type: "key", id: "keys", actions }];
}

/** A click of the mouse, as both write it. */
export function clickActions(x: number, y: number): object[] {
  const move = { type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0 };
  const actions = [move, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
  return [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }];
}
