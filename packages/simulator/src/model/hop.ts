/**
 * A connection as a list of hops: what each place does with the first packet, and why. The first hop that refuses is the
 * last one. English sentences; other languages translate by `kind`, `why` and the ids.
 */

/** Where a packet is judged or turned. */
export type HopKind =
  /** Inside of a task or a machine, where no security group is asked. */
  | "loopback"
  | "docker0"
  | "metadata"
  /** The caller's name for the goal becomes an address. */
  | "name"
  | "egress"
  | "route"
  | "internet-gateway"
  | "nat-gateway"
  | "endpoint"
  | "ingress"
  /** A port of the machine leads to one of a container. */
  | "port-mapping"
  | "listener";

/** What one place does with the packet. Plain data: a record of the journal holds hops. */
export interface Hop {
  readonly kind: HopKind;
  readonly passes: boolean;
  /** Our own short name of the reason, for translations: `no-rule`, `blackhole`. */
  readonly why: string;
  /** Id of the thing that decides: a security group, a route table, a gateway, an endpoint, a task, an instance. */
  readonly id?: string;
  /** What in it decides: the id of a rule, the destination of a route, a port. */
  readonly rule?: string;
  readonly sentence: string;
}

/** What came of a connection. */
export interface Connection {
  readonly reaches: boolean;
  readonly hops: readonly Hop[];
  /** The refusal, or what the connection reached, in one sentence. */
  readonly sentence: string;
}
