/** Something that happens again and again, and those who want to know. They are told in the order in which they asked. */

/** A signal with a message; `Signal` alone says only that it happened. */
export class Signal<Message = void> {
  readonly #listeners = new Set<(message: Message) => void>();

  on(listener: (message: Message) => void): void {
    this.#listeners.add(listener);
  }

  send(message: Message): void {
    for (const listener of this.#listeners) listener(message);
  }
}
