/**
 * The life of a task's network interface attachment. State names are the values of `attachments[].status`.
 * Source: API Reference, Attachment (checked 2026-11-20).
 */
import { setup } from "xstate";
import type { AttachmentStatus } from "../model/ecs.ts";
import { compileChart } from "./compile.ts";

export type AttachmentEvent =
  | "INTERFACE_CREATED"
  | "ATTACH_STARTED"
  | "ATTACHED"
  | "DETACH_STARTED"
  | "DETACHED"
  | "DELETED"
  | "FAILED";

/** The chart itself, for drawing and for XState's tools. */
export const attachmentMachine = setup({ types: { events: {} as { type: AttachmentEvent } } }).createMachine({
  id: "attachment",
  initial: "PRECREATED",
  states: {
    PRECREATED: { on: { INTERFACE_CREATED: "CREATED", FAILED: "FAILED", DELETED: "DELETED" } },
    CREATED: { on: { ATTACH_STARTED: "ATTACHING", DELETED: "DELETED" } },
    ATTACHING: { on: { ATTACHED: "ATTACHED", DETACH_STARTED: "DETACHING" } },
    ATTACHED: { on: { DETACH_STARTED: "DETACHING" } },
    DETACHING: { on: { DETACHED: "DETACHED" } },
    DETACHED: { on: { DELETED: "DELETED" } },
    DELETED: { type: "final" },
    FAILED: { on: { DELETED: "DELETED" } },
  },
});

/** The life of an attachment as a table: `next(status, event)`, its statuses and its moves. */
export const attachmentChart = compileChart<AttachmentStatus, AttachmentEvent>(attachmentMachine);
