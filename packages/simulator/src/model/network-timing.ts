/** How long gateways and endpoints take to come and to go. AWS documents the states, not their length. */
import type { Range } from "./timing.ts";

/** From CreateNatGateway until it is `available`. @source Ours: one to two minutes in practice (checked 2026-11-21) */
export const NAT_GATEWAY_AVAILABLE_AFTER: Range = { lowMs: 60_000, highMs: 110_000 };

/** From DeleteNatGateway until it is `deleted`. @source Ours: about a minute in practice (checked 2026-11-21) */
export const NAT_GATEWAY_GONE_AFTER: Range = { lowMs: 40_000, highMs: 70_000 };

/**
 * How long a deleted NAT gateway can still be described.
 * @source Amazon VPC User Guide, "Delete a NAT gateway": visible for a short while, usually about an hour (checked 2026-11-21)
 */
export const NAT_GATEWAY_KEPT_MS = 3_600_000;

/** From CreateVpcEndpoint until an interface endpoint is `available`. @source Ours: about a minute in practice (checked 2026-11-21) */
export const ENDPOINT_AVAILABLE_AFTER: Range = { lowMs: 45_000, highMs: 90_000 };

/** From DeleteVpcEndpoints until the interfaces are gone. @source Ours: some minutes at most in practice (checked 2026-11-21) */
export const ENDPOINT_GONE_AFTER: Range = { lowMs: 30_000, highMs: 60_000 };
