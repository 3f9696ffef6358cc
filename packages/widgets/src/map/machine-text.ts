/** What the map says about an EC2 instance in words: for the focus, the tip and the table twin. */
import { html, nothing, type TemplateResult } from "lit";
import type { Texts } from "../i18n/index.ts";
import type { MachineMark } from "./machines.ts";

/** One sentence about an instance, as the focus says it. */
export function describeMachine(mark: MachineMark, texts: Texts): string {
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

/** What stands in the tip beside an instance. */
export function machineTip(mark: MachineMark, texts: Texts): TemplateResult {
  const { interfaces, ports } = mark;
  return html`<b>${mark.instanceType}</b> · ${mark.instanceId}<br />${mark.status} · ${mark.availabilityZone}
    ${mark.gauges.map(({ name, used, all }) => html`<br />${name}: ${texts.mapFree(all - used, all)}`)}
    ${interfaces.all === 0 ? nothing : html`<br />ENI: ${texts.mapFree(interfaces.all - interfaces.used, interfaces.all)}`}
    ${ports.length === 0 ? nothing : html`<br />PORTS: ${ports.slice(0, 8).join(", ")}`}`;
}

/** The instances as rows of a table of their own; nothing when there is none. */
export function drawMachines(
  machines: readonly MachineMark[],
  texts: Texts,
  select: (key: string) => void,
): TemplateResult | typeof nothing {
  if (machines.length === 0) return nothing;
  return html`<table>
    <caption class="hidden-text">${texts.mapInstances}</caption>
    <thead><tr>
      <th scope="col">${texts.mapInstances}</th><th scope="col">${texts.mapType}</th><th scope="col">status</th>
      <th scope="col">${texts.mapZone}</th><th scope="col">CPU</th><th scope="col">MEMORY</th><th scope="col">ENI</th><th scope="col">PORTS</th>
    </tr></thead>
    <tbody>${machines.map((mark) => drawRow(mark, texts, select))}</tbody>
  </table>`;
}

function drawRow(mark: MachineMark, texts: Texts, select: (key: string) => void): TemplateResult {
  const { interfaces } = mark;
  const gauge = (name: string) => mark.gauges.find((each) => each.name === name);
  const free = (name: string) => {
    const found = gauge(name);
    return found === undefined ? "–" : texts.mapFree(found.all - found.used, found.all);
  };
  return html`<tr>
    <th scope="row"><button type="button" @click=${() => select(mark.key)}>${mark.instanceId}</button></th>
    <td>${mark.instanceType}</td><td>${mark.status}</td><td>${mark.availabilityZone}</td>
    <td>${free("CPU")}</td><td>${free("MEMORY")}</td>
    <td>${interfaces.all === 0 ? "–" : texts.mapFree(interfaces.all - interfaces.used, interfaces.all)}</td>
    <td class="mono">${mark.ports.join(", ")}</td>
  </tr>`;
}
