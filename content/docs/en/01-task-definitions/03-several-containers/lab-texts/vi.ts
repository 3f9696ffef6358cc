/** Texts of lab 01/03, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Ba container theo thứ tự",
  goal: "Đăng ký shop sao cho web chỉ khởi động khi migrate đã kết thúc với mã 0 và cache đã HEALTHY, rồi chạy nó. Chạy lần hai với migration thoát bằng mã 3. Dừng task tốt. Sau đó làm cho worker, vốn crash sau 90 giây, được khởi động lại ngay trong task của nó.",
  checks: {
    waits: "web chờ migrate và chờ cache",
    "in-order": "web khởi động sau cùng, sau cả hai",
    "migration-failed": "Một migration thất bại và task của nó không chạy",
    "reverse-order": "Khi bạn dừng task, web dừng trước cache",
    restarted: "Worker được khởi động lại trong cùng task",
    exercise: "Tự mình làm: trong kiosk, cache chờ migrate, và web chờ cache",
  },
};
