/** Why a part of the page failed, in the page's language: what a browser says of it is English, and about code. */

/** What browsers say of a file that did not come. */
const UNREACHED = /dynamically imported module|module script failed|preload|fetch|NetworkError/i;

/** The end of a sentence for each of the two reasons that mean something to a reader. */
export interface Reasons {
  readonly unreached: string;
  readonly broken: string;
}

/** The reason that an error's own words stand for. */
export function reasonOf(message: string, { unreached, broken }: Reasons): string {
  return UNREACHED.test(message) ? unreached : broken;
}
