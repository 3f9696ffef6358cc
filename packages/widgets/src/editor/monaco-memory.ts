/**
 * What Monaco remembers about itself, as its storage service: one map a page, nothing is written to disk. It exists so
 * that the field's documentation stands open beside the list of suggestions from the start.
 */
const values = new Map<string, string>([["expandSuggestionDocs", "true"]]);
const never = () => ({ dispose: () => {} });

/** Given to `editor.create` under the name `storageService`; Monaco asks no more of it than this. */
export const monacoMemory = {
  onDidChangeValue: () => never,
  onDidChangeTarget: never,
  onWillSaveState: never,
  get: (key: string, _scope: number, otherwise?: string) => values.get(key) ?? otherwise,
  getBoolean(key: string, _scope: number, otherwise?: boolean) {
    const value = values.get(key);
    return value === undefined ? otherwise : value === "true";
  },
  getNumber(key: string, _scope: number, otherwise?: number) {
    const value = values.get(key);
    return value === undefined ? otherwise : Number(value);
  },
  store(key: string, value: unknown) {
    if (value === undefined || value === null) values.delete(key);
    else values.set(key, String(value));
  },
  remove: (key: string) => void values.delete(key),
};
