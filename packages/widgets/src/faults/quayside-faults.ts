/**
 * `<quayside-faults>`: what can be broken on purpose at the moment shown, each with what it does and a button. What is
 * selected in the lab is chosen already. Asks the lab to act: `quayside-fault` with a `CauseFault`, `quayside-stop`.
 */
import type { PullFault, RegistryFaultRow } from "@quayside/simulator";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Moment, Selection } from "../base/cloud.ts";
import { QuaysideElement, sharedStyles } from "../base/element.ts";
import { causeOf, type Fault } from "./cause-fault.ts";
import { faultsStyles } from "./faults-styles.ts";
import {
  type AgentTarget,
  type AlarmTarget,
  agentTargets,
  alarmTargets,
  endOf,
  killTargets,
  type PullScope,
  pullScopes,
  stopTargets,
  targetOf,
  type ZoneTarget,
  zoneTargets,
} from "./targets.ts";
import { type FaultTexts, faultTexts } from "./texts/index.ts";

/** Times that a slow registry can be chosen to take. */
const TIMES_SLOWER = [3, 10, 50];
const WHYS: readonly PullFault[] = ["server-error", "unreachable", "rate-limit"];

/** What can be wrong besides registries. */
interface Breakable {
  readonly agents: readonly AgentTarget[];
  readonly zones: readonly ZoneTarget[];
  readonly alarms: readonly AlarmTarget[];
}

/** Something with a key and a name to choose it by. */
interface Choice {
  readonly key: string;
  readonly label: string;
}

/** The fault panel, `<quayside-faults>`. */
export class QuaysideFaults extends QuaysideElement {
  static override styles = [sharedStyles, faultsStyles];
  static override properties = {
    moment: { attribute: false },
    selection: { attribute: false },
    chosen: { state: true },
  };
  declare moment: Moment | undefined;
  declare selection: Selection | undefined;
  /** What was chosen in each list, by its id. */
  declare chosen: Readonly<Record<string, string>>;
  #count = -1;

  constructor() {
    super();
    this.chosen = {};
  }

  /** Drawn again when something happened or was chosen, not with every frame. */
  protected override shouldUpdate(changed: PropertyValues): boolean {
    const { recordCount = -1 } = this.moment ?? {};
    const isSame = recordCount === this.#count && changed.size === 1 && changed.has("moment");
    this.#count = recordCount;
    return !isSame;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("selection") || this.selection === undefined) return;
    const { kill: _kill, stop: _stop, ...others } = this.chosen;
    this.chosen = others;
  }

  protected override render() {
    const { moment } = this;
    if (moment === undefined) return nothing;
    const texts = faultTexts(this.language);
    const scopes = pullScopes(moment);
    const agents = agentTargets(moment);
    const zones = zoneTargets(moment);
    const alarms = alarmTargets(moment);
    return html`<p class="intro muted">${texts.intro}</p>
      ${this.#renderNow([...moment.tables.registryFaults.values()], { agents, zones, alarms }, texts)}
      <section aria-labelledby="running"><h2 id="running">${texts.running}</h2>
        <div class="cards">${this.#renderKill(moment, texts)}${this.#renderStop(moment, texts)}</div></section>
      ${this.#renderMachines(agents, texts)}
      ${this.#renderFargate(zones, texts)}
      ${this.#renderAlarms(alarms, texts)}
      <section aria-labelledby="registries"><h2 id="registries">${texts.registries}</h2>
        <div class="cards">${this.#renderSlow(scopes, texts)}${this.#renderFail(scopes, texts)}</div></section>`;
  }

  /** What is wrong at the moment, each with a button that ends it. */
  #renderNow(rows: readonly RegistryFaultRow[], { agents, zones, alarms }: Breakable, texts: FaultTexts) {
    const wrong = [
      ...zones
        .filter(({ hasCapacity }) => !hasCapacity)
        .map(({ key }) => ({
          place: key,
          sentence: texts.isFull,
          end: [{ operation: "SetFargateCapacity", input: { availabilityZone: key, available: true } }],
        })),
      ...rows.map((row) => ({
        place: row.scope === "*" ? texts.everyRegistry : row.scope,
        sentence: wrongWith(row, texts),
        end: endOf(row),
      })),
      ...agents
        .filter(({ connected }) => !connected)
        .map(({ label, input }) => ({
          place: label,
          sentence: texts.isSilent,
          end: [{ operation: "ReconnectAgent", input }],
        })),
      ...alarms
        .filter(({ isRaised }) => isRaised)
        .map(({ key }) => ({
          place: key,
          sentence: texts.isRaised,
          end: [{ operation: "SetAlarm", input: { name: key, state: "OK" } }],
        })),
    ];
    if (wrong.length === 0) return nothing;
    return html`<section class="now" aria-labelledby="now"><h2 id="now">${texts.now}</h2><ul>${wrong.map(
      ({ place, sentence, end }) => html`<li><span><b>${place}</b>: ${sentence}</span>
        <button class="button" type="button" aria-label=${texts.endOf(place)} @click=${() => this.#cause(end)}>${texts.end}</button></li>`,
    )}</ul></section>`;
  }

  /** Only where there are machines: on Fargate there is no agent that anybody could stop. */
  #renderMachines(agents: readonly AgentTarget[], texts: FaultTexts) {
    if (agents.length === 0) return nothing;
    const targets = agents.filter(({ connected }) => connected);
    const selected = targets.find(({ key }) => key === this.selection?.key);
    const target = this.#pick("agent", targets, selected);
    const stop = () => this.#cause([{ operation: "DisconnectAgent", input: target?.input ?? {} }]);
    return html`<section aria-labelledby="machines"><h2 id="machines">${texts.machines}</h2><div class="cards">
      <form class="card" @submit=${submit(stop)}><h3>${texts.silence}</h3><p>${texts.silenceText}</p>
      ${target === undefined ? html`<p class="muted empty">${texts.noAgent}</p>` : this.#renderChoice("agent", texts.instance, targets, target.key)}
      <button class="button danger" ?disabled=${target === undefined}>${texts.silenceButton}</button></form></div></section>`;
  }

  #renderFargate(zones: readonly ZoneTarget[], texts: FaultTexts) {
    const targets = zones.filter(({ hasCapacity }) => hasCapacity);
    const target = this.#pick("zone", targets, undefined);
    const input = { availabilityZone: target?.key, available: false };
    const fill = () => this.#cause([{ operation: "SetFargateCapacity", input }]);
    return html`<section aria-labelledby="fargate"><h2 id="fargate">Fargate</h2><div class="cards">
      <form class="card" @submit=${submit(fill)}><h3>${texts.fill}</h3><p>${texts.fillText}</p>
      ${target === undefined ? html`<p class="muted empty">${texts.noZone}</p>` : this.#renderChoice("zone", texts.zone, targets, target.key)}
      <button class="button danger" ?disabled=${target === undefined}>${texts.fillButton}</button></form></div></section>`;
  }

  /** Only where a service watches alarms. */
  #renderAlarms(alarms: readonly AlarmTarget[], texts: FaultTexts) {
    if (alarms.length === 0) return nothing;
    const targets = alarms.filter(({ isRaised }) => !isRaised);
    const target = this.#pick("alarm", targets, undefined);
    const raise = () => this.#cause([{ operation: "SetAlarm", input: { name: target?.key, state: "ALARM" } }]);
    return html`<section aria-labelledby="alarms"><h2 id="alarms">${texts.alarms}</h2><div class="cards">
      <form class="card" @submit=${submit(raise)}><h3>${texts.raise}</h3><p>${texts.raiseText}</p>
      ${target === undefined ? html`<p class="muted empty">${texts.noAlarm}</p>` : this.#renderChoice("alarm", texts.alarm, targets, target.key)}
      <button class="button danger" ?disabled=${target === undefined}>${texts.raiseButton}</button></form></div></section>`;
  }

  #renderKill(moment: Moment, texts: FaultTexts) {
    const targets = killTargets(moment);
    const target = this.#pick("kill", targets, targetOf(targets, this.selection));
    const input = {
      cluster: target?.task.spec.clusterArn,
      task: target?.task.taskArn,
      container: target?.container.name,
    };
    return html`<form class="card" @submit=${submit(() => this.#cause([{ operation: "KillContainer", input }]))}>
      <h3>${texts.kill}</h3><p>${texts.killText}</p>
      ${target === undefined ? html`<p class="muted empty">${texts.nothingRuns}</p>` : this.#renderChoice("kill", texts.container, targets, target.key)}
      ${target === undefined ? nothing : html`<p class="then" role="status">${texts.consequences[target.consequence]}</p>`}
      <button class="button danger" ?disabled=${target === undefined}>${texts.killButton}</button></form>`;
  }

  #renderStop(moment: Moment, texts: FaultTexts) {
    const targets = stopTargets(moment);
    const target = this.#pick("stop", targets, targetOf(targets, this.selection));
    const stop = () => {
      if (target === undefined) return;
      const detail = { taskArn: target.key, clusterArn: target.task.spec.clusterArn };
      this.dispatchEvent(new CustomEvent("quayside-stop", { detail, bubbles: true, composed: true }));
    };
    return html`<form class="card" @submit=${submit(stop)}>
      <h3>${texts.stop}</h3><p>${texts.stopText}</p>
      ${target === undefined ? html`<p class="muted empty">${texts.noTask}</p>` : this.#renderChoice("stop", texts.task, targets, target.key)}
      <button class="button danger" ?disabled=${target === undefined}>${texts.stopButton}</button></form>`;
  }

  #renderSlow(scopes: readonly PullScope[], texts: FaultTexts) {
    const places = scopes.filter(({ kind }) => kind !== "image");
    const place = this.#pick("slowPlace", places, undefined);
    const times = TIMES_SLOWER.map((count) => ({ key: String(count), label: texts.timesLonger(count) }));
    const time = this.#pick("times", times, times[1]);
    const input = { ...place?.input, timesSlower: Number(time?.key) };
    return html`<form class="card" @submit=${submit(() => this.#cause([{ operation: "SlowRegistry", input }]))}>
      <h3>${texts.slow}</h3><p>${texts.slowText}</p>
      ${this.#renderScopes("slowPlace", places, place?.key, texts)}
      ${this.#renderChoice("times", texts.times, times, time?.key)}
      <button class="button">${texts.slowButton}</button></form>`;
  }

  #renderFail(scopes: readonly PullScope[], texts: FaultTexts) {
    const place = this.#pick("failPlace", scopes, undefined);
    const whys = WHYS.filter((why) => why !== "rate-limit" || place?.isHub === true);
    const reasons = whys.map((why) => ({ key: why, label: texts.whys[why] }));
    const why = this.#pick("why", reasons, undefined);
    const counts = [
      { key: "1", label: texts.nextPull },
      { key: "all", label: texts.everyPull },
    ];
    const count = this.#pick("count", counts, undefined);
    const input = { ...place?.input, why: why?.key, ...(count?.key === "all" ? {} : { count: 1 }) };
    return html`<form class="card" @submit=${submit(() => this.#cause([{ operation: "FailPulls", input }]))}>
      <h3>${texts.fail}</h3><p>${texts.failText}</p>
      ${this.#renderScopes("failPlace", scopes, place?.key, texts)}
      ${this.#renderChoice("why", texts.why, reasons, why?.key)}
      ${this.#renderChoice("count", texts.howMany, counts, count?.key)}
      <button class="button">${texts.failButton}</button></form>`;
  }

  #renderScopes(id: string, scopes: readonly PullScope[], chosen: string | undefined, texts: FaultTexts) {
    const named = (kind: PullScope["kind"]) =>
      scopes.filter((scope) => scope.kind === kind).map(({ key, name }) => option({ key, label: name }, chosen));
    const images = named("image");
    return this.#renderField(
      id,
      texts.from,
      html`${option({ key: "*", label: texts.everyRegistry }, chosen)}
      <optgroup label=${texts.registryNames}>${named("registry")}</optgroup>
      ${images.length === 0 ? nothing : html`<optgroup label=${texts.imageNames}>${images}</optgroup>`}`,
    );
  }

  #renderChoice(id: string, label: string, choices: readonly Choice[], chosen: string | undefined) {
    return this.#renderField(id, label, html`${choices.map((choice) => option(choice, chosen))}`);
  }

  #renderField(id: string, label: string, options: TemplateResult) {
    return html`<label class="field"><span>${label}</span><select id=${id} @change=${this.#onChange}>${options}</select></label>`;
  }

  #onChange = ({ currentTarget }: Event): void => {
    const { id, value } = currentTarget as HTMLSelectElement;
    this.chosen = { ...this.chosen, [id]: value };
  };

  /** What was chosen, while it is there; else what the lab has selected; else the first. */
  #pick<Item extends { readonly key: string }>(id: string, items: readonly Item[], selected: Item | undefined) {
    return items.find(({ key }) => key === this.chosen[id]) ?? selected ?? items[0];
  }

  #cause(faults: readonly Fault[]): void {
    const detail = causeOf(faults, this.t, this.language);
    this.dispatchEvent(new CustomEvent("quayside-fault", { detail, bubbles: true, composed: true }));
  }
}

function option({ key, label }: Choice, chosen: string | undefined): TemplateResult {
  return html`<option value=${key} .selected=${key === chosen}>${label}</option>`;
}

function submit(act: () => void): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    act();
  };
}

function wrongWith({ timesSlower, failing }: RegistryFaultRow, texts: FaultTexts): string {
  const sentences = [
    ...(timesSlower === 1 ? [] : [texts.isSlow(timesSlower)]),
    ...(failing === undefined ? [] : [texts.fails(texts.whys[failing.why], failing.pullsLeft)]),
  ];
  return sentences.join("; ");
}

customElements.define("quayside-faults", QuaysideFaults);
