/**
 * A narrated tour: commands, the things that have to happen, and what is said about each where it can be seen. Data only. Its
 * stops wait for records of the journal, never for a time, so that a tour stays right when a duration of the model changes.
 */
import type { RecordKind, Scenario } from "@quayside/simulator";
import type { LateTexts } from "./by-language.ts";
import type { LabCommand } from "./lab-command.ts";
import type { Text } from "./text.ts";

/** A part of the lab that is not on the map. */
export const TOUR_PARTS = ["time", "editor", "run", "terminal", "journal", "checks", "inspector"] as const;

/** A place or a kind of thing on the map that a stop can stand at by its plain name. */
export const TOUR_THINGS = [
  "cluster",
  "container",
  "eni",
  "essential",
  "gateway",
  "queue",
  "registry",
  "subnet",
  "task",
  "tray",
] as const;

/** Where a stop stands: a part of the lab, or things on the map: all tasks in a status, all tasks of a family ... */
export type TourTarget =
  | (typeof TOUR_THINGS)[number]
  | `lab:${(typeof TOUR_PARTS)[number]}`
  | `status:${string}`
  | `family:${string}`;

/** Something that happens: a kind of record, and whose it has to be. */
export interface TourEvent {
  /** As in the journal: `ENI_ATTACHED`. */
  readonly kind: RecordKind;
  /** Only of a task, or a container of a task, of this family. */
  readonly family?: string;
  /** Only of a container of this name. */
  readonly container?: string;
}

/** One stop of a tour. */
export interface TourStop {
  /** What is done on the way to the stop, as if it were typed. */
  readonly does?: readonly LabCommand[];
  /** What has to happen before the stop is reached; left out: it is reached at once. */
  readonly until?: TourEvent;
  readonly shows: TourTarget;
  /** One to three sentences. Words between backticks are code, between `**` bold. */
  readonly says: Text;
}

/** A tour of a lab or a scenario. */
export interface Tour {
  readonly title: Text;
  /** Where it begins, when that is not where the lab begins. */
  readonly scenario?: Scenario;
  readonly stops: readonly TourStop[];
}

/** What a tour says: one module a language. */
export interface TourTexts {
  readonly title: string;
  /** What is said at each stop, in their order. */
  readonly stops: readonly string[];
}

/** A tour without what it says. */
type TourPlan = Omit<Tour, "title" | "stops"> & { readonly stops: readonly Omit<TourStop, "says">[] };

/**
 * Declares a tour: what it says, and the rest. `findingsOfTour` checks its content, `planTour` that it gets to its end.
 */
export function defineTour<Texts extends TourTexts>(texts: LateTexts<Texts>, tour: TourPlan): Tour {
  return {
    ...tour,
    title: (lang) => texts(lang)?.title ?? "",
    stops: tour.stops.map((stop, at) => ({ ...stop, says: (lang) => texts(lang)?.stops[at] ?? "" })),
  };
}
