/**
 * Requests and what becomes of them: how a program serves them, who sends them, and every way in which one ends. Requests are
 * no rows: they are booked by the interval in a ledger (traffic/), because a busy day has a hundred million.
 */

/** How a container's program serves requests. Durations are simulated milliseconds. */
export interface Serving {
  /** Requests that it works on at the same time. */
  readonly places: number;
  /** Requests that wait for a place; the next one is turned away by the program with a 503 of its own. At least 1. */
  readonly queue: number;
  /** Mean time that it works on one, and how widely that is spread: standard deviation over mean of a log-normal. */
  readonly serviceMs: number;
  readonly spread: number;
  /** Processor time of one request. */
  readonly cpuMs: number;
  /** Share of requests that it answers with an error of its own, 0 to 1. */
  readonly errorShare: number;
  /** It takes connections and never answers. */
  readonly hangs?: true;
  /** It is slower at first: `times` as slow for so long after its start. */
  readonly warmUp?: { readonly forMs: number; readonly times: number };
}

/** How many requests a second clients send, over time. They do not wait for answers before they send the next one. */
export type Profile =
  | { readonly kind: "constant"; readonly perSecond: number }
  /** From one rate to another between two moments; the first before, the second afterwards. */
  | {
      readonly kind: "ramp";
      readonly perSecond: number;
      readonly toPerSecond: number;
      readonly startMs: number;
      readonly endMs: number;
    }
  /** A day: quietest at the hour opposite to the peak. `swing` 1 goes down to nothing and up to twice the mean. */
  | { readonly kind: "daily"; readonly perSecond: number; readonly swing: number; readonly peakAtMs: number }
  /** Another rate for a while. */
  | {
      readonly kind: "spike";
      readonly perSecond: number;
      readonly toPerSecond: number;
      readonly startMs: number;
      readonly endMs: number;
    }
  /** A recorded list: each rate holds for so long; nothing is sent before it begins and after it ends. */
  | {
      readonly kind: "recorded";
      readonly startMs: number;
      readonly everyMs: number;
      readonly perSecond: readonly number[];
    };

/**
 * Every way in which a request ends.
 * - `ok`, `target5xx`, `rejected`: the program answered: well, with an error of its own, that its queue is full
 * - `byRule`: a rule of the listener answered, with a redirect or a fixed response
 * - `refused502`: the target is registered and nothing listens there
 * - `cut502`: it was in flight when the deregistration delay or the process ended
 * - `none503`: the group has no target
 * - `timeout504`: no answer within the idle timeout, or no connection within the connect timeout
 * - `unreached`: the client did not come through to the load balancer, which never heard of the request
 *
 * Ours: the names. @source Application Load Balancers, Troubleshooting (checked 2026-11-29)
 */
export const ENDS = [
  "ok",
  "target5xx",
  "rejected",
  "byRule",
  "refused502",
  "cut502",
  "none503",
  "timeout504",
  "unreached",
] as const;

export type End = (typeof ENDS)[number];

/** Ends without the answer that the client wanted. Ours: an error of the program is none. */
export const LOSSES = ["target5xx", "rejected", "refused502", "cut502", "none503", "timeout504", "unreached"] as const;

export type Loss = (typeof LOSSES)[number];

/** How long a load balancer waits for a target to accept a connection. @source ALB guide, Troubleshooting, HTTP 504 (checked 2026-11-29) */
export const CONNECT_TIMEOUT_MS = 10_000;

/** `idle_timeout.timeout_seconds` of an Application Load Balancer. @source ALB guide, Connection idle timeout (checked 2026-11-29) */
export const IDLE_TIMEOUT_MS = 60_000;
