/** What an operation answers when it refuses, with AWS's code and wording. Plain data: the journal keeps it. */

/** A refusal, as the API gives it. */
export interface ApiError {
  readonly code: string;
  readonly message: string;
  /** Further members of the exception's shape, such as `resourceIds` of ConflictException. */
  readonly [more: string]: unknown;
}

/** The answer of an operation that refuses. */
export interface Refusal {
  readonly ok: false;
  readonly error: ApiError;
}
