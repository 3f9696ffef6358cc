/**
 * Reads the map's style sheet and says which of its declarations fit an SVG element, so that a poster can carry them as
 * attributes. Selectors are those of map-styles.ts: names, classes, descendants, children; rules with others are not a picture's.
 */

/** An element as selectors see it: its own name and classes, and those around it, innermost first. */
export interface Styled {
  readonly name: string;
  readonly classes: readonly string[];
  readonly parent: Styled | undefined;
}

interface Step {
  readonly name: string;
  readonly classes: readonly string[];
  /** The next step outwards must be the parent itself. */
  readonly child: boolean;
}

export interface Rule {
  /** From the element outwards. */
  readonly steps: readonly Step[];
  readonly weight: number;
  readonly declarations: readonly (readonly [property: string, value: string])[];
}

/** What holds only in some windows; a picture is in none. */
const CONDITION = /@[^{}]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g;
const RULE = /([^{}]+)\{([^{}]*)\}/g;
const SELECTOR = /^[\w.\s>-]+$/;
/** Properties that SVG knows as attributes and that the map uses. */
const AS_ATTRIBUTES = new Set([
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "font-family",
  "font-size",
  "font-weight",
  "letter-spacing",
  "text-anchor",
  "paint-order",
]);

/** The rules of a sheet that can say something of a picture, the weaker ones first. */
export function readRules(sheet: string): Rule[] {
  const rules: Rule[] = [];
  for (const [, selectors = "", body = ""] of sheet.replace(CONDITION, "").matchAll(RULE)) {
    const declarations = readDeclarations(body);
    if (declarations.length === 0) continue;
    for (const selector of selectors.split(",").map((each) => each.trim())) {
      if (SELECTOR.test(selector)) rules.push({ ...readSelector(selector), declarations });
    }
  }
  return rules.sort((left, right) => left.weight - right.weight);
}

function readDeclarations(body: string): Rule["declarations"] {
  return body.split(";").flatMap((line) => {
    const [, property = "", value = ""] = /^\s*([\w-]+)\s*:\s*(.+?)\s*$/.exec(line) ?? [];
    return AS_ATTRIBUTES.has(property) ? [[property, value] as const] : [];
  });
}

function readSelector(selector: string): Pick<Rule, "steps" | "weight"> {
  const words = selector.replace(/\s*>\s*/g, " >").split(/\s+/);
  const steps = words.reverse().map((word) => {
    const [name = "", ...classes] = word.replace(">", "").split(".");
    return { name, classes, child: word.startsWith(">") };
  });
  const weight = steps.reduce((sum, { name, classes }) => sum + classes.length * 100 + (name === "" ? 0 : 1), 0);
  return { steps, weight };
}

/** Whether a rule is about an element. */
export function fits({ steps }: Rule, element: Styled): boolean {
  const [own, ...around] = steps;
  if (own === undefined || !isStep(own, element)) return false;
  let mustBeParent = own.child;
  let at = element.parent;
  for (const step of around) {
    while (at !== undefined && !mustBeParent && !isStep(step, at)) at = at.parent;
    if (at === undefined || !isStep(step, at)) return false;
    mustBeParent = step.child;
    at = at.parent;
  }
  return true;
}

function isStep({ name, classes }: Step, element: Styled): boolean {
  return (name === "" || name === element.name) && classes.every((each) => element.classes.includes(each));
}
