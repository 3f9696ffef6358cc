/** What the sandbox says of itself, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader/texts";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Sandbox",
  goal: "Cả đám mây mô phỏng là của bạn. Hãy đăng ký một definition, chạy nó, làm hỏng nó, và hỏi vì sao.",
  checks: {},
};
