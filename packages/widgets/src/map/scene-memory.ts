/** What one scene of a map leaves for the next, so that only what changed is worked out again. Has no influence on the result. */
import type { Tables, TaskRow } from "../base/cloud.ts";
import { type DefinitionMark, definitionMarks, familiesOf } from "./kinds/definition-mark.ts";
import { type InstanceMark, InstanceShelf } from "./kinds/instance-mark.ts";
import { MarkShelf } from "./kinds/task-mark.ts";
import type { Measure } from "./levels.ts";
import type { Layout, Place, SceneInput } from "./place.ts";
import { layPlaces, railWidth } from "./places.ts";
import type { SortedRows } from "./sorted-rows.ts";

/** Of one map. */
export class SceneMemory {
  readonly shelf = new MarkShelf();
  readonly instanceShelf = new InstanceShelf();
  #instances: readonly InstanceMark[] = [];
  #definitions: readonly DefinitionMark[] = [];
  #definitionsFor = "";
  #layout: Layout | undefined;
  #layoutFor = "";
  #tray: readonly TaskRow[] = [];
  #traySorted: readonly TaskRow[] = [];

  /** The places of a size, a load and a view; the same objects while none changes. */
  layout(input: SceneInput, sorted: SortedRows): Layout {
    const laid = this.#lay(input, sorted);
    return input.view?.shift(laid, input.view) ?? laid;
  }

  #lay({ tables, width, height, view, cards: made, balancers }: SceneInput, { inPlace, machines }: SortedRows): Layout {
    const families = familiesOf(tables).size;
    const cards = made?.height(tables, railWidth(width)) ?? 0;
    const traffic = balancers?.height(tables) ?? 0;
    const loadOf = (subnetId: string) => ({
      fargate: inPlace.get(subnetId)?.length ?? 0,
      machines: (machines.get(subnetId) ?? []).map(({ row }) => inPlace.get(row.instanceId)?.length ?? 0),
    });
    const kept = view?.measures.length === 1 ? Object.values(view.measures[0] as Measure) : "";
    let wanted = `${width} ${height} ${view?.zoom} ${kept} ${families} ${cards} ${traffic} ${[...tables.vpcs.keys()]} ${[...tables.clusters.keys()]}`;
    for (const subnetId of tables.subnets.keys()) {
      const { fargate, machines: berths } = loadOf(subnetId);
      wanted += ` ${subnetId} ${fargate} ${berths}`;
    }
    if (this.#layout !== undefined && wanted === this.#layoutFor) return this.#layout;
    this.#layoutFor = wanted;
    const fresh = layPlaces(tables, { width, height, families, cards, traffic, view }, loadOf);
    const before = this.#layout;
    // Another task beside others: the places are mostly where they were.
    const places = before !== undefined && samePlaces(fresh.places, before.places) ? before.places : fresh.places;
    this.#layout = { ...fresh, places };
    return this.#layout;
  }

  /** The families on the shelf; the same array while nothing about them changes. */
  definitions(tables: Tables, shelf: Place | undefined): readonly DefinitionMark[] {
    const wanted = `${shelf?.w} ${shelf?.h} ${[...tables.taskDefinitions.values()].map(({ taskDefinitionArn, status }) => `${taskDefinitionArn} ${status}`)}`;
    if (wanted !== this.#definitionsFor) this.#definitions = shelf === undefined ? [] : definitionMarks(tables, shelf);
    this.#definitionsFor = wanted;
    return this.#definitions;
  }

  /** The marks of the instances; the same array while all of them are the same. */
  instances(marks: readonly InstanceMark[]): readonly InstanceMark[] {
    const same =
      marks.length === this.#instances.length && marks.every((mark, index) => mark === this.#instances[index]);
    if (!same) this.#instances = marks;
    return this.#instances;
  }

  /** Stopped tasks, the latest first. */
  latestFirst(rows: readonly TaskRow[]): readonly TaskRow[] {
    const same = rows.length === this.#tray.length && rows.every((row, index) => row === this.#tray[index]);
    if (same) return this.#traySorted;
    this.#tray = rows;
    this.#traySorted = [...rows].sort((left, right) => (right.stoppedAtMs ?? 0) - (left.stoppedAtMs ?? 0));
    return this.#traySorted;
  }
}

function samePlaces(left: readonly Place[], right: readonly Place[]): boolean {
  return (
    left.length === right.length &&
    left.every((place, index) => {
      const other = right[index];
      return (
        place.key === other?.key &&
        place.title === other.title &&
        place.detail === other.detail &&
        place.route === other.route &&
        sameRects(place, other) &&
        place.folded?.join() === other.folded?.join() &&
        place.x === other.x &&
        place.y === other.y &&
        place.w === other.w &&
        place.h === other.h
      );
    })
  );
}

/** Whether lane and instances of two subnets stand alike. */
function sameRects(left: Place, right: Place): boolean {
  const rects = ({ lane, machines = [] }: Place) => (lane === undefined ? machines : [lane, ...machines]);
  const others = rects(right);
  const own = rects(left);
  return (
    own.length === others.length &&
    own.every((rect, index) => {
      const other = others[index];
      return rect.x === other?.x && rect.y === other.y && rect.w === other.w && rect.h === other.h;
    })
  );
}
