/**
 * Values as Python prints them. The AWS command line and boto3 are Python programs and their messages show Python's
 * spelling of what the user gave (`True`, `{'A': '1'}`, `<class 'int'>`), so ours must show the same.
 */

/** How Python spells a number: an integral float keeps its point only where JSON kept it, which it does not here. */
function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return String(value);
  return String(value).replace(/e([+-]?)(\d)$/, "e$10$2");
}

/** `repr` of a string: single quotes unless only those occur, control characters escaped. */
function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replace(/\\/g, "\\\\")
    .replace(/\n/g, "\\n")
    .replace(/\r/g, "\\r")
    .replace(/\t/g, "\\t")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are the characters that Python escapes.
    .replace(/[\u0000-\u001f\u007f]/g, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}`);
  return quote + (quote === "'" ? escaped.replace(/'/g, "\\'") : escaped) + quote;
}

/**
 * Python's `repr` of plain data.
 * @param ordered objects came from a command-line option in JSON, which the AWS CLI reads into an OrderedDict
 */
export function pythonRepr(value: unknown, ordered = false): string {
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return `[${value.map((item) => pythonRepr(item, ordered)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return pythonStr(value);
  const entries = Object.entries(value);
  if (!ordered) return `{${entries.map(([key, item]) => `${quoted(key)}: ${pythonRepr(item)}`).join(", ")}}`;
  if (entries.length === 0) return "OrderedDict()";
  return `OrderedDict([${entries.map(([key, item]) => `(${quoted(key)}, ${pythonRepr(item, true)})`).join(", ")}])`;
}

/** Python's `str` of plain data: a bare string, `True`, `None`, the `repr` of anything that holds others. */
export function pythonStr(value: unknown, ordered = false): string {
  if (typeof value === "string") return value;
  if (value === true) return "True";
  if (value === false) return "False";
  if (value === null || value === undefined) return "None";
  if (typeof value === "number") return numberText(value);
  if (typeof value === "symbol") return "...";
  return pythonRepr(value, ordered);
}

/** Python's name for the type of a value: `<class 'int'>`. */
export function pythonType(value: unknown, ordered = false): string {
  if (typeof value === "string") return "<class 'str'>";
  if (typeof value === "boolean") return "<class 'bool'>";
  if (typeof value === "number") return Number.isInteger(value) ? "<class 'int'>" : "<class 'float'>";
  if (Array.isArray(value)) return "<class 'list'>";
  if (value === null || value === undefined) return "<class 'NoneType'>";
  return ordered ? "<class 'collections.OrderedDict'>" : "<class 'dict'>";
}
