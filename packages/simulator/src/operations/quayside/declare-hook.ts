/**
 * DeclareHook: what a Lambda function answers that the hooks of deployments call. `{ function, answers, seconds, callBackDelay }`.
 * Simplified: no code runs; the answers are those of one hook, call by call, and the last one goes for all further calls.
 */
import { HOOK_ANSWERS, type HookAnswer, USUAL_ANSWERS } from "../../model/strategies.ts";
import { answer, command } from "../operation.ts";
import { fieldsOf, isWholeNumber } from "./read-input.ts";
import { refuse } from "./refusals.ts";

const FUNCTION = /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]+(:[A-Za-z0-9$_-]+)?$/;
/** A function must answer within a quarter of an hour. @source Developer Guide, Lambda hooks for service deployments (checked 2026-11-29) */
const MAX_SECONDS = 900;
/** Ours: bounds that no real use meets. */
const MOST_ANSWERS = 100;
const MOST_FUNCTIONS = 100;

export const declareHook = command<"quayside", "DeclareHook">((sim, input) => {
  const fields = fieldsOf(input);
  const {
    function: functionArn,
    seconds = USUAL_ANSWERS.seconds,
    callBackDelay = USUAL_ANSWERS.callBackDelay,
  } = fields;
  const answers = fields.answers ?? USUAL_ANSWERS.answers;
  if (typeof functionArn !== "string" || !FUNCTION.test(functionArn) || !areAnswers(answers))
    return refuse("quayside.hook");
  if (!isWholeNumber(seconds, 0, MAX_SECONDS) || !isWholeNumber(callBackDelay, 1, MAX_SECONDS))
    return refuse("quayside.hook");
  const { hookFunctions } = sim.tables;
  if (hookFunctions.get(functionArn) === undefined && hookFunctions.size >= MOST_FUNCTIONS)
    return refuse("quayside.hook-functions", { most: MOST_FUNCTIONS });
  sim.put("hookFunctions", { functionArn, answers, seconds, callBackDelay });
  sim.record("HOOK_DECLARED", functionArn, { answers, seconds });
  return answer({ function: functionArn, answers });
});

function areAnswers(value: unknown): value is readonly [HookAnswer, ...HookAnswer[]] {
  const isAnswer = (each: unknown) => HOOK_ANSWERS.includes(each as HookAnswer);
  return Array.isArray(value) && value.length > 0 && value.length <= MOST_ANSWERS && value.every(isAnswer);
}
