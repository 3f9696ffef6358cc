/** Texts of lab 05/04, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Hết địa chỉ, hết interface",
  goal: "Chạy shop trên Fargate trong private-a cho tới khi subnet hết địa chỉ, và đọc xem thêm một task nữa thì sao. Dừng một task rồi để task mới nhận lại địa chỉ của nó; cho một task khác chạy trong private-b. Sau đó chạy ba task worker trong cluster machines, tìm xem vì sao task thứ ba không có chỗ, và chạy worker-bridge bên cạnh chúng.",
  checks: {
    full: "private-a không còn địa chỉ nào",
    message: "Thêm một task thì nó dừng vì không có địa chỉ",
    back: "Task mới có địa chỉ của một task cũ",
    second: "shop cũng chạy trong private-b",
    slots: "Hai worker trên m5.large, task thứ ba không còn interface",
    bridge: "worker-bridge chạy trên cùng máy đó",
    exercise: "Tự mình làm: năm task của thumb cùng chạy trên m5.large",
  },
};
