/** The buttons that prose says to press, as the page names them in each language. */
export const BUTTONS = {
  registerAndRun: { en: "Register & run", vi: "Đăng ký & chạy" },
  stopTask: { en: "Stop task", vi: "Dừng task" },
  untilQuiet: { en: "Until quiet", vi: "Tới khi yên" },
  pause: { en: "Pause", vi: "Tạm dừng" },
  step: { en: "Step", vi: "Từng bước" },
  startOver: { en: "Start over", vi: "Làm lại từ đầu" },
  check: { en: "Check my work", vi: "Chấm bài của tôi" },
  why: { en: "Why?", vi: "Vì sao?" },
} as const;

export type ButtonName = keyof typeof BUTTONS;
