/** Who answers each entry of the agenda: controllers, and for rules whoever makes calls in their name. */
import { CONTROLLER_HANDLERS } from "../controllers/handlers.ts";
import type { CloudHandlers } from "../model/cloud.ts";
import { onEventTold, onRuleDue, onTargetDue } from "./events/bus.ts";

export const HANDLERS = {
  ...CONTROLLER_HANDLERS,
  EVENT_TOLD: onEventTold,
  EVENT_RULE_DUE: onRuleDue,
  EVENT_TARGET_DUE: onTargetDue,
} satisfies CloudHandlers;
