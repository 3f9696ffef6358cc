/** What cards of services say, in Vietnamese. AWS's own words stay as AWS spells them. */
import { VI_BOUND_WORDS } from "../../../i18n/vi-bound-words.ts";
import type { CardTexts } from "./en.ts";

export const vi: CardTexts = {
  services: "Service",
  counts: ({ running, pending, stopping }) =>
    [
      `${running} đang chạy`,
      ...(pending > 0 ? [`${pending} đang chờ`] : []),
      ...(stopping > 0 ? [`${stopping} đang dừng`] : []),
    ].join(", "),
  desired: (desired) => `muốn có ${desired}`,
  between: (lower, upper) => `(${lower} đến ${upper})`,
  held: (bound) => `bị giữ: ${VI_BOUND_WORDS[bound]}`,
  heldForNow: (bound) => `lúc này: ${VI_BOUND_WORDS[bound]}`,
  sentence: ({ name, status, definitions, says }) => `Service ${name}, ${status}, ${definitions}; ${says}`,
};
