/** Texts of lab 02/01, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Hai cách một task kết thúc",
  goal: "Chạy một task của webserver, đợi nó đạt RUNNING, tự tay dừng nó và theo dõi tới STOPPED. Chạy một task của hello và để nó tự kết thúc. Đừng để lại task nào đang chạy.",
  checks: {
    running: "Một task của webserver đã đạt RUNNING",
    "stopped-by-you": "Bạn đã dừng nó: stopCode UserInitiated",
    "every-status": "Một task đã đi qua mọi trạng thái của vòng đời",
    "exited-by-itself": "Một task của hello tự kết thúc với exit code 0",
    "two-orders": "Các mốc thời gian cho biết ai dừng trước",
    "nothing-left": "Không còn task nào",
    exercise: "Tự mình làm: một task của farewell tự kết thúc với exit code 3",
  },
};
