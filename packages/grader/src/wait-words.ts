/** Waits in words, in both languages: what is waited for, and that it did not come within the bound. */
import {
  type Advanced,
  type AwaitedCondition,
  type AwaitedKind,
  LONGEST_WAIT_STEPS,
  partsOf,
  type Wait,
} from "@quayside/simulator";
import { inLanguage, type Text, text } from "./text.ts";

const THINGS: { readonly [Kind in AwaitedKind]: (name: string) => Text } = {
  taskRunning: (family) => text(`every task of ${family} is RUNNING`, `mọi task của ${family} đều RUNNING`),
  taskStopped: (family) => text(`every task of ${family} is STOPPED`, `mọi task của ${family} đều STOPPED`),
  containerHealthy: (name) => text(`container ${name} is HEALTHY`, `container ${name} đã HEALTHY`),
  containerStopped: (name) => text(`container ${name} is STOPPED`, `container ${name} đã STOPPED`),
  containerRestarted: (name) => text(`container ${name} has been restarted`, `container ${name} đã được khởi động lại`),
  instanceRegistered: (cluster) =>
    text(`every instance of cluster ${cluster} is registered`, `mọi instance của cluster ${cluster} đã đăng ký xong`),
};

function conditionText(condition: AwaitedCondition): Text {
  if (condition === "settled") return text("nothing is on its way any more", "không còn gì đang dở dang");
  const [kind, name] = partsOf(condition);
  return THINGS[kind](name);
}

/** What a wait does, as a step of a list. */
export function waitTitle({ until, atMost }: Wait): Text {
  const what = conditionText(until);
  const [bound, viBound] = atMost === undefined ? ["", ""] : [`, ${atMost} at most`, `, tối đa ${atMost}`];
  return text(
    `Let time pass until ${what.en}${bound}`,
    `Cho thời gian trôi tới khi ${inLanguage(what, "vi")}${viBound}`,
  );
}

/** That a wait ended without what was waited for; undefined when it is there. */
export function unmetText({ until, atMost = "24 h" }: Wait, { ended, steps }: Advanced): Text | undefined {
  if (ended !== "bound") return undefined;
  const what = conditionText(until);
  const [bound, viBound] =
    steps < LONGEST_WAIT_STEPS ? [atMost, atMost] : [`${LONGEST_WAIT_STEPS} steps`, `${LONGEST_WAIT_STEPS} bước`];
  return text(`Not met within ${bound}: ${what.en}.`, `Sau ${viBound} vẫn chưa đạt: ${inLanguage(what, "vi")}.`);
}
