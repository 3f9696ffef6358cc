/** The form in which the generator writes AWS's model: names instead of references, so that it stays small. */

/** A shape as the generator writes it: references by name. */
export interface RawShape {
  readonly type: string;
  readonly members?: Readonly<Record<string, string>>;
  readonly member?: string;
  readonly key?: string;
  readonly value?: string;
  readonly required?: readonly string[];
  readonly tokens?: readonly string[];
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly document?: boolean;
  /**
   * Names of members in queries and XML where they are not the usual ones: the member's own, in EC2 with a small first
   * letter. Only of services that speak those.
   */
  readonly wire?: Readonly<Record<string, string>>;
}

/** An operation as the generator writes it. */
export interface RawOperation {
  readonly input?: string;
  readonly output?: string;
}

/** How the pages of a listing follow each other. */
export interface RawPaginator {
  readonly inputToken: string;
  readonly outputToken: string;
  /** Absent where the service alone decides how long a page is. */
  readonly limit?: string;
  readonly result: string;
}

/** A service of which a part is kept, in one file. */
export interface RawService {
  readonly apiVersion: string;
  /** How its clients speak: AWS JSON 1.1, the queries and XML of most older services, or EC2's own kind of them. */
  readonly protocol: "json" | "query" | "ec2";
  /** Before the operation in X-Amz-Target; empty for a service that does not speak JSON. */
  readonly targetPrefix: string;
  /** Of the XML of answers; empty for a service that does not speak it. */
  readonly xmlNamespace: string;
  /** Operations that are kept, in AWS's order. */
  readonly operations: Readonly<Record<string, RawOperation>>;
  /** Names of the other operations: they exist, and are not simulated. */
  readonly otherOperations: readonly string[];
  readonly shapes: Readonly<Record<string, RawShape>>;
  readonly paginators: Readonly<Record<string, RawPaginator>>;
  readonly waiters: Readonly<Record<string, RawWaiter>>;
}

/** One condition of a waiter. */
export interface WaiterAcceptor {
  readonly state: string;
  readonly matcher: string;
  readonly expected: unknown;
  readonly argument?: string;
}

/** A waiter: poll `operation` every `delay` seconds, at most `maxAttempts` times, until an acceptor decides. */
export interface RawWaiter {
  readonly operation: string;
  readonly delay: number;
  readonly maxAttempts: number;
  readonly acceptors: readonly WaiterAcceptor[];
}
