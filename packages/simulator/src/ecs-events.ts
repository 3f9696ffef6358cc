/**
 * @quayside/simulator/events: every event that Amazon ECS sends to EventBridge, as a pure view of a journal: whether a rule of the world
 * looks at them or not, the same journal gives the same events.
 */
import { announcementOf, TOLD_TABLES, type ToldTable } from "./events/announcements.ts";
import { JournalView } from "./journal-view.ts";
import type { Journal } from "./model/cloud.ts";
import type { Announcement, EventEnvelope } from "./model/event-rules.ts";
import type { JournalRecord } from "./model/records.ts";
import { ecsEvent } from "./operations/events/ecs-event.ts";

export type { EventEnvelope } from "./model/event-rules.ts";

/** An event, and the record that it tells of. */
export interface ToldEvent {
  readonly record: JournalRecord;
  readonly event: EventEnvelope;
}

/** Every event so far, in the order of what it tells. Folds the whole journal once. */
export function ecsEventsOf(journal: Journal): ToldEvent[] {
  const view = new JournalView(journal);
  const events: ToldEvent[] = [];
  let pending: { readonly record: JournalRecord; readonly told: Announcement }[] = [];
  for (const record of journal.records) {
    for (const { table, before, after } of record.changes) {
      const told = isTold(table) ? announcementOf(table, before, after) : undefined;
      if (told !== undefined) pending.push({ record, told });
    }
    // A step may write more than one record: its events are made when it is through.
    if (journal.at(record.seq + 1)?.atMs === record.atMs) continue;
    view.moveToRecord(record.seq + 1);
    for (const { record: of, told } of pending) {
      const event = ecsEvent(view, told, of.atMs);
      if (event !== undefined) events.push({ record: of, event });
    }
    pending = [];
  }
  return events;
}

function isTold(table: string): table is ToldTable {
  return (TOLD_TABLES as readonly string[]).includes(table);
}
