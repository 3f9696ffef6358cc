/** Texts of lab 03/03, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Ngẫu nhiên, spread, binpack",
  goal: "Trong pair, xem hai task của web ngẫu nhiên rơi vào cùng một instance, rồi dùng spread để có task trên cả hai. Xếp bốn task vào wide bằng spread theo instance và bốn task vào tight bằng binpack theo memory. Trong wide, xếp bốn task thuộc một nhóm riêng: đều theo zone, dồn chặt trong mỗi zone. Trong tight, chạy thêm hai task bằng spread và thấy bốn task đầu vẫn nằm yên. Sau đó lấp đầy wide cho tới khi một task không còn chỗ.",
  checks: {
    chance: "Ngẫu nhiên: hai task trên một trong hai instance",
    both: "Spread: có task trên cả hai instance của pair",
    wide: "Bốn task trên bốn instance của wide",
    tight: "Bốn task trên một instance của tight",
    zones: "Mỗi zone hai task, dồn trên một instance",
    stays: "Các task đã dồn trong tight vẫn nằm yên",
    yields: "Một lần spread phải nhường",
    full: "Một task không tìm được chỗ",
    exercise: "Tự mình làm: sáu task của mini nằm trên một instance của pair",
  },
};
