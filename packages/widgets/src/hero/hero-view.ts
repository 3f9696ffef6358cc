/**
 * The home page's cluster as markup: a pure function of one moment, so that the page can hold the first one before any script. What is
 * pressed carries `data-act`; the element listens, since a picture without scripts can bind nothing.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { Tables } from "../base/cloud.ts";
import { glyphOf } from "../base/glyph.ts";
import { icon } from "../base/icons.ts";
import { lookOf } from "../base/state-look.ts";
import { type HeroScene, heroScene, type PlaceScene, type TaskChip } from "./scene.ts";
import { FROM_MS, noteAt, PLACES, type StoryNote, shortInstance, WANTED } from "./story.ts";
import { captionOf, type HeroTexts } from "./texts/index.ts";

/** What is shown. */
export interface HeroView {
  readonly tables: Tables;
  readonly notes: readonly StoryNote[];
  readonly atMs: number;
  readonly playing: boolean;
  /** Somebody has pressed something: what happens is told to screen readers from then on. */
  readonly touched: boolean;
  /** The instance whose end waits for the engine. */
  readonly wished?: string | undefined;
  /** Draws words of which the key is another one as other words: what is changed in place counts as a shift of the layout. */
  readonly anew?: (key: number, words: TemplateResult) => unknown;
}

/** Chips of stopped tasks that fit beside each other; older ones are counted. */
const STOPPED_SHOWN = 4;

/** The glyph of a caption. */
const LOOKS = {
  whole: "running",
  ending: "stopping",
  gone: "failed",
  placed: "pending",
  refused: "provisioning",
  nowhere: "failed",
  launched: "provisioning",
  joined: "activating",
} as const;

/** The whole picture. */
export function heroView(view: HeroView, t: HeroTexts): TemplateResult {
  const scene = heroScene(view.tables);
  return html`<div class="story">${barOf(view, scene, t)}
    <div class="cloud">${placesOf(view, scene, t)}</div>
    <div class="trays">${traysOf(scene, t)}</div>
    ${captionLine(view, scene, t)}</div>`;
}

function barOf({ atMs, playing }: HeroView, { running }: HeroScene, t: HeroTexts): TemplateResult {
  const clock = clockText(atMs - FROM_MS);
  const pips = Array.from({ length: WANTED }, (_, index) => html`<i class=${index < running ? "on" : "off"}></i>`);
  return html`<div class="bar">
    <button type="button" class="button act" data-act="play" aria-label=${playing ? t.pause : t.play}>${icon(playing ? "pause" : "play")}</button>
    <span class="clock" role="img" aria-label=${t.clock(clock)}>${clock}</span>
    <span class="count"><b>web</b> ${t.running(running)}</span><span class="pips" aria-hidden="true">${pips}</span>
    <button type="button" class="button act again" data-act="again">${icon("back")}${t.again}</button></div>`;
}

function placesOf(view: HeroView, { places }: HeroScene, t: HeroTexts): TemplateResult[] {
  const empty = places.indexOf(undefined);
  const free = empty === -1 ? places.findIndex((place) => place?.state === "gone") : empty;
  const launch = html`<button type="button" class="button act launch" data-act="launch">${t.launch}</button>`;
  const coached = noteAt(view.notes, view.atMs)?.kind === "whole" && view.wished === undefined ? coachedOf(places) : -1;
  return Array.from({ length: PLACES }, (_, index) => {
    const place = places[index];
    const button = index === free ? launch : nothing;
    if (place === undefined) return html`<div class="place empty">${button}</div>`;
    const coach = index === coached ? html`<span class="coach" aria-hidden="true">${t.coach}</span>` : nothing;
    return placeOf(view.wished === place.instance ? { ...place, state: "ending" } : place, { t, coach, button });
  });
}

/** The middle one is pointed at as long as it runs, then the first that does. */
function coachedOf(places: HeroScene["places"]): number {
  return places[1]?.state === "running" ? 1 : places.findIndex((place) => place?.state === "running");
}

interface PlaceParts {
  readonly t: HeroTexts;
  readonly coach: TemplateResult | typeof nothing;
  readonly button: TemplateResult | typeof nothing;
}

function placeOf(
  { instance, zone, state, reserved, tasks }: PlaceScene,
  { t, coach, button }: PlaceParts,
): TemplateResult {
  const percent = Math.round(reserved * 100);
  const name = shortInstance(instance);
  const end = html`<button type="button" class="act end" data-act="end" data-instance=${instance} aria-label=${t.end(name)}></button>${coach}`;
  const gauge = html`<span class="gauge" role="img" aria-label=${t.memory(percent)} title=${t.memory(percent)}><i style=${`width: ${percent}%`}></i></span>`;
  const second = state === "running" ? html`<small>MEM</small>${gauge}` : html`<b>${t[state]}</b>`;
  return html`<div class=${`place ${state}`}><span class="name"><b class="mono">${name}</b><small>${zone}</small></span>
    <span class="second">${second}</span><ul class="tasks">${tasks.map(chipOf)}</ul>${state === "running" ? end : button}</div>`;
}

function chipOf({ id, status, look }: TaskChip): TemplateResult {
  return html`<li class=${`task ${look.name}`} data-task=${id} style=${`--c: var(${look.token})`}>${glyphOf(look)}<span class="mono">${id.slice(0, 4)}<i>${id.slice(4)}</i></span><small>${status}</small></li>`;
}

function traysOf({ missing, stopped }: HeroScene, t: HeroTexts): TemplateResult {
  const ghosts = Array.from({ length: missing }, () => html`<i></i>`);
  const more =
    stopped.length > STOPPED_SHOWN ? html`<span class="more">+${stopped.length - STOPPED_SHOWN}</span>` : nothing;
  return html`<div class="tray"><span class="label">${t.missing}</span><span class="ghosts" role="img" aria-label=${String(missing)}>${ghosts}</span><b>${missing}</b></div>
    <div class="tray"><span class="label">${t.stopped}</span>
      <ul class="tasks">${stopped.slice(0, STOPPED_SHOWN).map(chipOf)}</ul>${stopped.length === 0 ? html`<span class="muted">${t.nothing}</span>` : more}</div>`;
}

function captionLine(
  { notes, atMs, touched, anew = (_, words) => words }: HeroView,
  { places }: HeroScene,
  t: HeroTexts,
): TemplateResult {
  const note = noteAt(notes, atMs) ?? notes[0];
  if (note === undefined) return html``;
  const { head, rest } = captionOf(t, note, places.filter((place) => place?.state === "running").length > 1);
  const words = html`<b>${head}</b> ${rest}`;
  return html`<div class="caption">${glyphOf(lookOf(LOOKS[note.kind]))}<p aria-live=${touched ? "polite" : "off"}>${anew(note.atMs, words)}</p></div>`;
}

function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}
