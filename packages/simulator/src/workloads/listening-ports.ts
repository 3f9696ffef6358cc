/**
 * On which ports the process of a container listens. The catalogue's servers listen where the real ones do; other images
 * listen on the ports that the definition maps. Simplified: a process that listens does so from its first moment on, but
 * for those that say when they are ready.
 */
import type { ContainerRow } from "../model/ecs.ts";
import type { ImageRow } from "../model/registry.ts";
import type { ContainerDefinition } from "../model/task-definition.ts";
import type { Listener } from "../network/end.ts";
import { parseImageReference } from "./image-reference.ts";

/** Ports by the end of the repository's name; jobs listen nowhere. */
const PORTS: readonly (readonly [repositoryEnd: string, ports: readonly number[]])[] = [
  ["/nginx", [80]],
  ["/httpd", [80]],
  ["/shop/api", [8080]],
  ["/quayside/slow-start", [8080]],
  ["/quayside/cache", [6379]],
  ["/quayside/hello", []],
  ["/quayside/crash", []],
  ["/quayside/report", []],
  ["/quayside/thumbnails", []],
];

/** The ports of a container that runs, at a moment. */
export function listeningPorts(
  container: ContainerRow,
  definition: ContainerDefinition,
  find: (repository: string) => ImageRow | undefined,
  nowMs: number,
): readonly Listener[] {
  const { repository } = parseImageReference(definition.image ?? "");
  const readyAfterMs = find(repository)?.behaviour.healthyAfterMs ?? 0;
  if (container.startedAtMs === undefined || nowMs < container.startedAtMs + readyAfterMs) return [];
  const known = PORTS.find(([end]) => repository.endsWith(end))?.[1];
  if (known !== undefined) return known.map((port) => ({ port, protocol: "tcp" }));
  return (definition.portMappings ?? []).flatMap(({ containerPort, protocol = "tcp" }) =>
    containerPort === undefined ? [] : [{ port: containerPort, protocol: protocol === "udp" ? "udp" : "tcp" }],
  );
}
