/** Bindings of ports as the API shows them: one port, or a range of ports with the range that it has on the host. */
import type { NetworkBinding } from "../model/ecs.ts";
import type { EcsShapes } from "../model/generated/ecs.ts";

/** `8080-8090`, or the one port where there is no count. */
export function portText(first: number, count: number | undefined): string {
  return count === undefined ? `${first}` : `${first}-${first + count - 1}`;
}

/**
 * A binding as answers show it.
 * @source API Reference, NetworkBinding: a range has no containerPort and no hostPort (checked 2026-11-29)
 */
export function presentBinding({
  bindIP,
  containerPort,
  hostPort,
  protocol,
  count,
}: NetworkBinding): EcsShapes["NetworkBinding"] {
  if (count === undefined) return { bindIP, containerPort, hostPort, protocol };
  return {
    bindIP,
    protocol,
    containerPortRange: portText(containerPort, count),
    hostPortRange: portText(hostPort, count),
  };
}
