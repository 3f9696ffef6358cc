/** EC2 instances on the map, in words and as a row of the table twin; the berth is drawn in instance-drawing.ts. */
import { html, type TemplateResult } from "lit";
import type { Texts } from "../../i18n/index.ts";
import { drawInstance } from "./instance-drawing.ts";
import type { InstanceMark } from "./instance-mark.ts";
import type { Look, ThingKind, Told } from "./kind.ts";

/** Instances: of ECS once they are registered, of EC2 alone before. */
export const INSTANCE: ThingKind<InstanceMark> = {
  of: (scene) => scene.instances,
  selects: ({ key, instanceId }) => ({ table: key === instanceId ? "ec2Instances" : "containerInstances", key }),
  tables: ["containerInstances", "ec2Instances"],
  sentence,
  tip,
  table: {
    caption: (texts) => texts.mapInstances,
    columns: (texts) => [texts.mapInstances, texts.mapType, "status", texts.mapZone, "CPU", "MEMORY", "ENI", "PORTS"],
    row: (mark, told) => ({ name: mark.instanceId, cells: cellsOf(mark, told) }),
  },
  draw: drawInstance,
  classes,
};

function sentence(mark: InstanceMark, { texts }: Told): string {
  const [cpu, memory] = mark.gauges;
  return texts.mapMachine({
    id: mark.instanceId,
    type: mark.instanceType,
    status: mark.status,
    zone: mark.availabilityZone,
    running: mark.running,
    pending: mark.pending,
    cpu: cpu === undefined ? "" : `${cpu.all - cpu.used}/${cpu.all}`,
    memory: memory === undefined ? "" : `${memory.all - memory.used}/${memory.all}`,
  });
}

function tip(mark: InstanceMark, { texts }: Told): TemplateResult {
  const { ports } = mark;
  return html`<b>${mark.instanceType}</b> · ${mark.instanceId}<br />${mark.status} · ${mark.availabilityZone}
    ${mark.gauges.map(({ name, used, all }) => html`<br />${name}: ${texts.mapFree(all - used, all)}`)}
    ${mark.interfaces.all === 0 ? "" : html`<br />ENI: ${freeInterfaces(mark, texts)}`}
    ${ports.length === 0 ? "" : html`<br />PORTS: ${ports.slice(0, 8).join(", ")}`}`;
}

function cellsOf(mark: InstanceMark, { texts }: Told): TemplateResult {
  const free = (name: string) => {
    const found = mark.gauges.find((gauge) => gauge.name === name);
    return found === undefined ? "–" : texts.mapFree(found.all - found.used, found.all);
  };
  return html`<td>${mark.instanceType}</td><td>${mark.status}</td><td>${mark.availabilityZone}</td>
    <td>${free("CPU")}</td><td>${free("MEMORY")}</td>
    <td>${mark.interfaces.all === 0 ? "–" : freeInterfaces(mark, texts)}</td>
    <td class="mono">${mark.ports.join(", ")}</td>`;
}

function freeInterfaces({ interfaces: { used, all } }: InstanceMark, texts: Texts): string {
  return texts.mapFree(all - used, all);
}

/** How it stands, whether it is selected, and what a decision makes of it. */
function classes({ key, tone }: InstanceMark, { selected, marked, verdicts }: Look): string {
  const verdict = verdicts?.get(key);
  const names = [
    "machine",
    tone,
    key === selected ? "selected" : "",
    marked.has(key) ? "marked" : "",
    verdict === undefined ? "" : `verdict-${verdict}`,
  ];
  return names.filter((name) => name !== "").join(" ");
}
