/** What the map says of its things in tips and in the table twin, one entry a kind; comes when somebody points or asks for the table. */
import { html, nothing, type TemplateResult } from "lit";
import { glyphOf } from "../../base/glyph.ts";
import type { ServiceFacts } from "../../base/service-facts.ts";
import type { BalancerMark, TargetGroupMark } from "./balancer-mark.ts";
import { revisionText } from "./definition.ts";
import type { DefinitionMark } from "./definition-mark.ts";
import type { InstanceMark } from "./instance-mark.ts";
import type { AllTexts, MarkOf, Thing, ThingWords, Told } from "./kind.ts";
import type { ServiceMark } from "./service-mark.ts";
import { subnetName } from "./task.ts";
import type { TaskMark } from "./task-mark.ts";

const TASK: ThingWords<TaskMark> = {
  tip: taskTip,
  table: {
    caption: (texts) => texts.late.table,
    columns: (texts) => [texts.task, texts.taskDefinition, "lastStatus", texts.subnet, texts.address, texts.containers],
    row: (mark, told) => ({ name: mark.shortId, cells: taskCells(mark, told) }),
    none: (texts) => texts.mapEmpty,
  },
};

const INSTANCE: ThingWords<InstanceMark> = {
  tip: instanceTip,
  table: {
    caption: (texts) => texts.mapInstances,
    columns: (texts) => [
      texts.mapInstances,
      texts.late.type,
      "status",
      texts.late.zone,
      "CPU",
      "MEMORY",
      "ENI",
      "PORTS",
    ],
    row: (mark, told) => ({ name: mark.instanceId, cells: instanceCells(mark, told) }),
  },
};

const DEFINITION: ThingWords<DefinitionMark> = {
  tip: definitionTip,
  table: {
    caption: (texts) => texts.mapDefinitions,
    columns: (texts) => [texts.taskDefinition, texts.late.revisions, "status"],
    row: (mark) => ({
      name: mark.family,
      cells: html`<td>${revisionText(mark)}</td><td>${mark.revisions.at(-1)?.status}</td>`,
    }),
  },
};

/** Named as the API names them; what a service says for itself is in its mark. */
const SERVICE: ThingWords<ServiceMark> = {
  tip: ({ sentence }) => html`${sentence}`,
  table: {
    caption: (texts) => texts.late.services,
    columns: () => [
      "serviceName",
      "status",
      "taskDefinition",
      "rolloutState",
      "desiredCount",
      "runningCount",
      "pendingCount",
    ],
    row: ({ facts }) => ({ name: facts.row.serviceName, cells: serviceCells(facts) }),
  },
};

/** Named as the API names them, as the next. */
const BALANCER: ThingWords<BalancerMark> = {
  tip: ({ sentence }) => html`${sentence}`,
  table: {
    caption: () => "Elastic Load Balancing",
    columns: () => ["LoadBalancerName", "Type", "Scheme", "State", "Listeners"],
    row: ({ facts: { row, listeners } }) => ({
      name: row.loadBalancerName,
      cells: html`<td>${row.type}</td><td>${row.scheme}</td><td>${row.state}</td>
        <td class="mono">${listeners.map(({ protocol, port }) => `${protocol}:${port}`).join(", ")}</td>`,
    }),
  },
};

const STATES = ["healthy", "initial", "unhealthy", "draining", "unused"] as const;

const TARGET_GROUP: ThingWords<TargetGroupMark> = {
  tip: ({ sentence }) => html`${sentence}`,
  table: {
    caption: (texts) => texts.late.targetGroups,
    columns: () => ["TargetGroupName", "Protocol", "Port", ...STATES],
    row: ({ facts: { row, counts } }) => ({
      name: row.targetGroupName,
      cells: html`<td>${row.protocol}</td><td class="mono">${row.port}</td>${STATES.map((state) => html`<td>${counts[state]}</td>`)}`,
    }),
  },
};

const WORDS: { readonly [Kind in Thing["kind"]]: ThingWords<MarkOf<Kind>> } = {
  task: TASK,
  instance: INSTANCE,
  definition: DEFINITION,
  service: SERVICE,
  balancer: BALANCER,
  targetGroup: TARGET_GROUP,
};

/** What there is to say of the kind of a mark. */
export function wordsOf(kind: Thing["kind"]): ThingWords<Thing> {
  return WORDS[kind] as unknown as ThingWords<Thing>;
}

function taskTip(mark: TaskMark): TemplateResult {
  const stopping = mark.desiredStatus === "STOPPED" && mark.lastStatus !== "STOPPED" ? " → STOPPED" : "";
  const publicAddress = mark.publicAddress === undefined ? "" : ` · ${mark.publicAddress}`;
  return html`<b>${mark.label}</b> · ${mark.shortId}<br />${mark.lastStatus}${stopping}
    ${mark.address === undefined ? nothing : html`<br />${mark.address}${publicAddress}`}
    ${mark.containers.map(({ name, phase, exitCode }) => html`<br />${name}: ${phase}${exitCode === undefined ? "" : ` (${exitCode})`}`)}`;
}

function taskCells(mark: TaskMark, told: Told<AllTexts>): TemplateResult {
  return html`<td>${mark.label}</td>
    <td><span class="status" style="--c: var(${mark.look.token})">${glyphOf(mark.look)}${mark.lastStatus}</span></td>
    <td>${subnetName(mark, told)}</td>
    <td class="mono">${mark.address ?? "–"}${mark.publicAddress === undefined ? "" : ` (${mark.publicAddress})`}</td>
    <td>${mark.containers.map(({ name, phase, exitCode }) => `${name} ${phase}${exitCode === undefined ? "" : ` (${exitCode})`}`).join(", ")}</td>`;
}

function instanceTip(mark: InstanceMark, { texts }: Told<AllTexts>): TemplateResult {
  const { ports } = mark;
  return html`<b>${mark.instanceType}</b> · ${mark.instanceId}<br />${mark.status} · ${mark.availabilityZone}
    ${mark.gauges.map(({ name, used, all }) => html`<br />${name}: ${texts.late.free(all - used, all)}`)}
    ${mark.interfaces.all === 0 ? "" : html`<br />ENI: ${freeInterfaces(mark, texts)}`}
    ${ports.length === 0 ? "" : html`<br />PORTS: ${ports.slice(0, 8).join(", ")}`}`;
}

function instanceCells(mark: InstanceMark, { texts }: Told<AllTexts>): TemplateResult {
  const free = (name: string) => {
    const found = mark.gauges.find((gauge) => gauge.name === name);
    return found === undefined ? "–" : texts.late.free(found.all - found.used, found.all);
  };
  return html`<td>${mark.instanceType}</td><td>${mark.status}</td><td>${mark.availabilityZone}</td>
    <td>${free("CPU")}</td><td>${free("MEMORY")}</td>
    <td>${mark.interfaces.all === 0 ? "–" : freeInterfaces(mark, texts)}</td>
    <td class="mono">${mark.ports.join(", ")}</td>`;
}

function freeInterfaces({ interfaces: { used, all } }: InstanceMark, texts: AllTexts): string {
  return texts.late.free(all - used, all);
}

function serviceCells({ row, deployments, running, pending }: ServiceFacts): TemplateResult {
  const [primary] = deployments;
  return html`<td>${row.status}</td><td>${primary?.definition}</td><td>${primary?.row.rolloutState}</td>
    <td>${row.desiredCount}</td><td>${running}</td><td>${pending}</td>`;
}

function definitionTip(mark: DefinitionMark, { texts }: Told<AllTexts>): TemplateResult {
  const latest = mark.revisions.at(-1);
  return html`<b>${mark.family}</b><br />${texts.late.revisions}: ${revisionText(mark)}${latest === undefined ? nothing : html`<br />${latest.status}`}`;
}
