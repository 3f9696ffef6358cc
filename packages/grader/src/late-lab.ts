/**
 * A lab in two parts, for a page: what it begins with comes at once, what judges it and what it says comes when somebody
 * touches it. Until then every check stands as it did at the first moment.
 */
import type { Check, Lab } from "./lab.ts";

/** What of a lab comes at once. */
export type LabBeginning = Omit<Lab, "title" | "goal" | "checks" | "tour" | "bringChecks"> & {
  /** The ids of the checks in their order, and how each stands at the first moment. */
  readonly checks: readonly { readonly id: string; readonly passed: boolean }[];
  readonly hasTour: boolean;
};

/**
 * Puts both parts together.
 * @param load brings the whole lab; called again after it has failed
 * @returns a lab whose `checks` are another list once `bringChecks` has fulfilled
 */
export function lateLab({ checks, hasTour, ...beginning }: LabBeginning, load: () => Promise<Lab>): Lab {
  let whole: Lab | undefined;
  let underWay: Promise<Lab> | undefined;
  const bring = (): Promise<Lab> => {
    underWay ??= load().then(
      (lab) => {
        whole = lab;
        return lab;
      },
      (error: unknown) => {
        underWay = undefined;
        throw error;
      },
    );
    return underWay;
  };
  const firstChecks = checks.map(({ id, passed }): Check => {
    const verdict = { passed, observed: () => "", evidence: [] };
    return { id, title: () => "", test: () => verdict };
  });
  return {
    ...beginning,
    title: (lang) => whole?.title(lang) ?? "",
    goal: (lang) => whole?.goal(lang) ?? "",
    get checks() {
      return whole?.checks ?? firstChecks;
    },
    bringChecks: bring,
    ...(hasTour ? { tour: async () => (await (await bring()).tour?.()) ?? assertTour() } : {}),
  };
}

function assertTour(): never {
  throw new Error("The lab was said to have a tour, and has none: build the site again.");
}
