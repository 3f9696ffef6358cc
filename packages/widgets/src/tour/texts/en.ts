/** What the tour says besides its stops, in English. */

/** What a language has to say. */
export interface TourTexts {
  readonly stopOf: (stop: number, total: number) => string;
  readonly onTheWay: string;
  readonly next: string;
  readonly skip: string;
  readonly back: string;
  readonly done: string;
  readonly end: string;
  readonly untouched: string;
}

export const en: TourTexts = {
  stopOf: (stop, total) => `Stop ${stop} of ${total}`,
  onTheWay: "Time runs until the next stop…",
  next: "Next",
  skip: "Skip the wait",
  back: "Back",
  done: "My turn",
  end: "End the tour",
  untouched: "This is a run of its own. Yours waits untouched.",
};
