/** What the tour says besides its stops, in every language of the course. */
export interface TourTexts {
  readonly stopOf: (stop: number, total: number) => string;
  readonly onTheWay: string;
  readonly next: string;
  readonly skip: string;
  readonly back: string;
  readonly done: string;
  readonly end: string;
  readonly untouched: string;
}

const en: TourTexts = {
  stopOf: (stop, total) => `Stop ${stop} of ${total}`,
  onTheWay: "Time runs until the next stop…",
  next: "Next",
  skip: "Skip the wait",
  back: "Back",
  done: "My turn",
  end: "End the tour",
  untouched: "This is a run of its own. Yours waits untouched.",
};

const vi: TourTexts = {
  stopOf: (stop, total) => `Điểm dừng ${stop} trên ${total}`,
  onTheWay: "Thời gian trôi tới điểm dừng tiếp theo…",
  next: "Tiếp",
  skip: "Bỏ qua thời gian chờ",
  back: "Lùi",
  done: "Đến lượt tôi",
  end: "Kết thúc chuyến đi",
  untouched: "Đây là một lần chạy riêng. Bài của bạn vẫn còn nguyên.",
};

/** The texts in a language ("vi", "vi-VN"); English for one that the course does not have. */
export function tourTexts(language: string): TourTexts {
  return language.toLowerCase().startsWith("vi") ? vi : en;
}
