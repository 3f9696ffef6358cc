/**
 * Conditions about what the learner asked for. For recognising mistakes (a refusal leaves nothing else behind);
 * checks judge outcomes and have little use for them.
 */
import type { CallFacts, Input, JournalRecord, OperationName, ServiceName } from "@quayside/simulator";
import type { CheckView, Condition } from "../condition.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

type OfAService = { readonly [Service in ServiceName]: OperationName<Service> };
type Operation = OfAService[ServiceName];

/** What an operation takes; of one name in several services, what any of them does. */
type InputOf<Name extends Operation> = {
  readonly [Service in ServiceName]: Name extends OperationName<Service> ? Input<Service, Name> : never;
}[ServiceName];

/** Which calls are meant. */
export interface CallMatch<Name extends Operation = Operation> {
  /** The operation as the API names it: `RunTask`. */
  readonly operation: Name;
  /** AWS's error code; only refused calls have one. */
  readonly code?: string;
  /** Which refusal: the id of its row, or of the rule of task definitions; or any of several. */
  readonly id?: string | readonly string[];
  /** Part of AWS's message, or a pattern for it: for the values in it, which no id tells. */
  readonly message?: string | RegExp;
  /** What its input must be like. One that was refused may lack what the operation requires. */
  readonly input?: (input: Partial<InputOf<Name>>) => boolean;
}

/** A match for whichever operation. */
type AnyMatch = Omit<CallMatch<never>, "operation"> & { readonly operation: string };

/** Passes when such a call got as far as AWS, whatever it answered. Reports the first one. */
export function called(match: Pick<CallMatch, "operation">): Condition {
  return (view) => {
    const { operation } = match;
    const record = view.journal.find((each) => callOf(each)?.operation === operation);
    if (record === undefined) {
      return failed(say("notCalledYet", operation));
    }
    return passed(say("reachedAws", operation), [record.seq]);
  };
}

/** Passes when such a call was refused. Reports the last one. */
export function refused<Name extends Operation>(match: CallMatch<Name>): Condition {
  return (view) => {
    const record = lastCall(view, (facts) => !facts.outcome.ok && fits(facts, match));
    const outcome = record && callOf(record)?.outcome;
    if (record === undefined || outcome === undefined || outcome.ok) {
      return failed(say("notRefused", match.operation));
    }
    const { code, message } = outcome.error;
    const words = `${match.operation}: ${code}: ${message}`;
    return passed(say("refused", words), [record.seq]);
  };
}

/** Passes when such a call was accepted. Reports the last one. */
export function accepted<Name extends Operation>(match: Omit<CallMatch<Name>, "code" | "id" | "message">): Condition {
  return (view) => {
    const record = lastCall(view, (facts) => facts.outcome.ok && fits(facts, match));
    if (record === undefined) {
      return failed(say("notAccepted", match.operation));
    }
    return passed(say("accepted", match.operation), [record.seq]);
  };
}

/** What a record says about a call, or undefined when it is about something else. */
export function callOf(record: JournalRecord): CallFacts | undefined {
  return record.kind === "CALL" ? record.facts : undefined;
}

function lastCall(view: CheckView, wanted: (facts: CallFacts) => boolean): JournalRecord | undefined {
  return view.journal.findLast((record) => {
    const facts = callOf(record);
    return facts !== undefined && wanted(facts);
  });
}

function fits(facts: CallFacts, match: AnyMatch): boolean {
  if (facts.operation !== match.operation) return false;
  if (match.input !== undefined && !match.input((facts.input ?? {}) as never)) return false;
  const { code, message } = facts.outcome.ok ? { code: "", message: "" } : facts.outcome.error;
  if (match.code !== undefined && match.code !== code) return false;
  if (match.id !== undefined && (facts.outcome.ok || ![match.id].flat().includes(facts.outcome.id))) return false;
  if (match.message === undefined) return true;
  return typeof match.message === "string" ? message.includes(match.message) : match.message.test(message);
}
