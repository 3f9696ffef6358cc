/** What the tour says besides its stops, in Vietnamese. */
import type { TourTexts } from "./en.ts";

export const vi: TourTexts = {
  stopOf: (stop, total) => `Điểm dừng ${stop} trên ${total}`,
  onTheWay: "Thời gian trôi tới điểm dừng tiếp theo…",
  next: "Tiếp",
  skip: "Bỏ qua thời gian chờ",
  back: "Lùi",
  done: "Đến lượt tôi",
  end: "Kết thúc chuyến đi",
  untouched: "Đây là một lần chạy riêng. Bài của bạn vẫn còn nguyên.",
};
