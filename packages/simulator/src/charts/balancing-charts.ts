/**
 * The lives of a load balancer and of a target in its group. State names are the values of the API. Simplified: no load
 * balancer fails or is impaired, and a Network Load Balancer's targets are never `unhealthy.draining`.
 * Source: Application Load Balancers guide, "Load balancer state", "Target health status" (checked 2026-11-29).
 */
import { setup } from "xstate";
import type { LoadBalancerState, TargetState } from "../model/elb.ts";
import { compileChart } from "./compile.ts";

export type LoadBalancerEvent = "PROVISIONED";

/** `State.Code` of a load balancer. One that is deleted is gone at once. */
export const loadBalancerMachine = setup({ types: { events: {} as { type: LoadBalancerEvent } } }).createMachine({
  id: "load balancer",
  initial: "provisioning",
  states: {
    provisioning: { on: { PROVISIONED: "active" } },
    active: { type: "final" },
  },
});

/** The life of a load balancer as a table. */
export const loadBalancerChart = compileChart<LoadBalancerState, LoadBalancerEvent>(loadBalancerMachine);

export type TargetEvent = "CHECKED_WELL" | "CHECKED_ILL" | "USABLE" | "UNUSABLE" | "REGISTERED" | "DEREGISTERED";

/**
 * `TargetHealth.State` of a target. USABLE and UNUSABLE: whether a load balancer can send it anything, by its group's
 * listeners, its zone and its instance. REGISTERED: again, while it drained.
 */
export const targetMachine = setup({ types: { events: {} as { type: TargetEvent } } }).createMachine({
  id: "target",
  initial: "initial",
  states: {
    initial: {
      on: { CHECKED_WELL: "healthy", CHECKED_ILL: "unhealthy", UNUSABLE: "unused", DEREGISTERED: "draining" },
    },
    healthy: { on: { CHECKED_ILL: "unhealthy", UNUSABLE: "unused", DEREGISTERED: "draining" } },
    unhealthy: { on: { CHECKED_WELL: "healthy", UNUSABLE: "unused", DEREGISTERED: "draining" } },
    unused: { on: { USABLE: "initial" } },
    draining: { on: { REGISTERED: "initial" } },
  },
});

/** The life of a target as a table. One that was `unused`, or has drained, is gone when it is deregistered. */
export const targetChart = compileChart<TargetState, TargetEvent>(targetMachine);
