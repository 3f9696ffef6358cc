/**
 * What the agent of a container instance answers on its introspection port: `curl localhost:51678/v1/metadata` and
 * `/v1/tasks`. Source: Developer Guide, "Amazon ECS container introspection" (checked 2026-11-21).
 */
import { presentBinding, type RowOf } from "@quayside/simulator";
import { dockerContainers, instanceOn, isAgentUp } from "@quayside/simulator/machines";
import { send } from "../../door/send.ts";
import type { Machine } from "./machine.ts";
import { failed, type Printed, shown } from "./printed.ts";

/** @source Developer Guide, "Amazon ECS container introspection" (checked 2026-11-21) */
const INTROSPECTION_PORT = 51_678;

/** Runs the words behind `curl`: one address, on the machine itself. */
export function curl(words: readonly string[], machine: Machine): Printed {
  const addresses = words.filter((word) => !word.startsWith("-"));
  const [address] = addresses;
  if (address === undefined) return failed(2, "curl: try 'curl --help' or 'curl --manual' for more information\n");
  const [, host = "", port = "80", path = "/"] = /^(?:http:\/\/)?([^/:]+)(?::(\d+))?(\/[^?]*)?/.exec(address) ?? [];
  if (host === "localhost" || host === "127.0.0.1") {
    if (Number(port) === INTROSPECTION_PORT && isAgentUp(machine.session.tables, machine.row))
      return agent(path, machine);
  }
  const input = { from: machine.row.instanceId, to: host, port: Number(port) };
  const outcome = send(machine.session, { service: "quayside", operation: "TestConnection", input });
  if (!outcome.ok) return failed(6, `curl: (6) Could not resolve host: ${host}\n`);
  const { reaches, sentence } = outcome.output as { reaches: boolean; sentence: string };
  if (reaches) return shown(`HTTP/1.1 200 OK   (${sentence})\n`);
  return failed(7, `curl: (7) Failed to connect to ${host} port ${port}: ${sentence}\n`);
}

function agent(path: string, machine: Machine): Printed {
  const instance = instanceOn(machine.session.tables, machine.row);
  if (path === "/v1/metadata" || path === "/v1/metadata/") {
    const cluster = machine.row.agentConfiguration.ECS_CLUSTER ?? "default";
    return json({
      Cluster: cluster,
      ContainerInstanceArn: instance?.containerInstanceArn ?? null,
      Version: `Amazon ECS Agent - v${instance?.agentVersion ?? ""}`,
    });
  }
  if (path === "/v1/tasks" || path === "/v1/tasks/") return json({ Tasks: tasks(machine) });
  return json({ AvailableCommands: ["/v1/metadata", "/v1/tasks", "/license"] });
}

function tasks({ session, row }: Machine): unknown[] {
  const containers = dockerContainers(session.tables, row, session.nowMs).flatMap((container) =>
    container.ecs === undefined ? [] : [{ ...container, ...container.ecs }],
  );
  const byTask = Map.groupBy(containers, ({ task }) => task.taskArn);
  return [...byTask].map(([arn, own]) => {
    const [{ task }] = own as [(typeof own)[number]];
    const [family, version] = task.spec.taskDefinitionArn.split("/").at(-1)?.split(":") ?? [];
    return {
      Arn: arn,
      DesiredStatus: task.desiredStatus,
      KnownStatus: task.lastStatus,
      Family: family,
      Version: version,
      Containers: own.map(({ id, name, container }) => ({
        DockerId: id,
        DockerName: name,
        Name: container.name,
        ...networkOf(task.networkInterface?.privateIpv4Address, task.spec.networkMode, container),
      })),
    };
  });
}

function networkOf(
  address: string | undefined,
  mode: string,
  {
    bridgeAddress,
    networkBindings = [],
  }: { bridgeAddress?: string; networkBindings?: RowOf<"containers">["networkBindings"] },
): object {
  const own = bridgeAddress ?? address;
  return {
    ...(networkBindings.length > 0
      ? { Ports: networkBindings.map((binding) => capitalized(presentBinding(binding))) }
      : {}),
    Networks: [{ NetworkMode: mode, ...(own === undefined ? {} : { IPv4Addresses: [own] }) }],
  };
}

/** `hostPort` is `HostPort` here, and `bindIP` is `BindIp`. */
function capitalized(binding: object): object {
  const name = (key: string) => (key === "bindIP" ? "BindIp" : `${key.charAt(0).toUpperCase()}${key.slice(1)}`);
  return Object.fromEntries(Object.entries(binding).map(([key, value]) => [name(key), value]));
}

/** Simplified: on several lines; the agent answers in one. */
function json(value: unknown): Printed {
  return shown(`${JSON.stringify(value, null, 2)}\n`);
}
