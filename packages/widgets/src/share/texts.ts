/** Everything that sharing says, in every language of the course. */
import { type ShareProblem, ShareRefused } from "./share-problem.ts";

export interface ShareTexts {
  readonly title: string;
  readonly about: (clock: string) => string;
  readonly link: string;
  readonly making: string;
  readonly size: (chars: string, most: string) => string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly save: string;
  readonly saved: (name: string) => string;
  readonly open: string;
  readonly fileHint: (name: string) => string;
  readonly close: string;
  readonly opening: string;
  readonly visit: string;
  readonly visitHint: string;
  readonly back: string;
  readonly linkRefused: string;
  /** What is wrong with a link or a file, as whole sentences. */
  readonly problem: Readonly<Record<ShareProblem, (what: SharedThing, detail: string) => string>>;
  /** Why no link could be made. */
  readonly noLink: Readonly<Record<"too-long" | "no-compression", string>>;
  readonly unknown: (message: string) => string;
}

/** What was opened. */
export type SharedThing = "link" | "file";

const en: ShareTexts = {
  title: "Share this moment",
  about: (clock) =>
    `Your commands, your files and the moment ${clock}. The link holds all of it: nothing is stored anywhere.`,
  link: "Link",
  making: "Making the link…",
  size: (chars, most) => `${chars} of at most ${most} characters`,
  copy: "Copy link",
  copied: "The link is copied.",
  notCopied: "The browser keeps the clipboard closed: the link is selected, copy it with Ctrl+C.",
  save: "Save as file",
  saved: (name) => `${name} is saved.`,
  open: "Open a file…",
  fileHint: (name) => `In a terminal, npx quayside replay ${name} prints a saved run as a log.`,
  close: "Close",
  opening: "Opening the shared run…",
  visit: "You are looking at a shared run.",
  visitHint: "Try anything: your own work stays as it was, and nothing you do here is kept.",
  back: "Back to my own",
  linkRefused: "The shared run could not be opened",
  problem: {
    damaged: (what) =>
      what === "link"
        ? "The link is damaged: it was cut off or changed on its way. Ask for it again, or for a file."
        : "This file is not JSON: choose a file that Quayside saved.",
    newer: () => "It was made by a newer Quayside. Reload the page and try again.",
    "too-long": (what) => `The ${what} holds more than Quayside opens.`,
    "no-run": (what, detail) => `The ${what} does not hold a run of Quayside: ${detail} is not as it should be.`,
    "other-lab": (_what, detail) =>
      detail === "sandbox"
        ? "It was made in the sandbox: open it there."
        : `It belongs to lesson ${detail}: open it there, or in the sandbox.`,
    "other-beginning": () =>
      "It begins differently from this lab: open it in the lesson or sandbox where it was saved.",
    "no-replay": () =>
      "It does not come to the same end any more: it was made with another version of the simulator, or was changed.",
    "no-compression": () => "This browser cannot unpack links. Ask for a file instead.",
  },
  noLink: {
    "too-long": "This run is too long for a link. Save it as a file instead: a file holds everything.",
    "no-compression": "This browser cannot make links. Save the run as a file instead.",
  },
  unknown: (message) => `Something went wrong: ${message}`,
};

const vi: ShareTexts = {
  title: "Chia sẻ khoảnh khắc này",
  about: (clock) =>
    `Các lệnh, các tệp của bạn và thời điểm ${clock}. Tất cả nằm trong liên kết, không lưu ở nơi nào khác.`,
  link: "Liên kết",
  making: "Đang tạo liên kết…",
  size: (chars, most) => `${chars} trên tối đa ${most} ký tự`,
  copy: "Sao chép liên kết",
  copied: "Đã sao chép liên kết.",
  notCopied: "Trình duyệt không cho ghi vào clipboard: liên kết đã được chọn, hãy nhấn Ctrl+C.",
  save: "Lưu thành tệp",
  saved: (name) => `Đã lưu ${name}.`,
  open: "Mở tệp…",
  fileHint: (name) => `Trong terminal, npx quayside replay ${name} in lại lần chạy đã lưu.`,
  close: "Đóng",
  opening: "Đang mở lần chạy được chia sẻ…",
  visit: "Bạn đang xem một lần chạy được chia sẻ.",
  visitHint: "Cứ thử thoải mái: bài của bạn vẫn nguyên, và những gì làm ở đây không được lưu.",
  back: "Về bài của tôi",
  linkRefused: "Không mở được lần chạy được chia sẻ",
  problem: {
    damaged: (what) =>
      what === "link"
        ? "Liên kết bị hỏng: nó bị cắt hoặc bị thay đổi trên đường gửi. Hãy xin lại liên kết, hoặc xin một tệp."
        : "Tệp này không phải JSON: hãy chọn tệp do Quayside lưu.",
    newer: () => "Nó được tạo bởi một bản Quayside mới hơn. Hãy tải lại trang rồi thử lại.",
    "too-long": (what) => `${what === "link" ? "Liên kết" : "Tệp"} chứa nhiều hơn mức Quayside mở được.`,
    "no-run": (what, detail) =>
      `${what === "link" ? "Liên kết" : "Tệp"} không chứa lần chạy nào của Quayside: ${detail} không đúng.`,
    "other-lab": (_what, detail) =>
      detail === "sandbox"
        ? "Nó được tạo trong sandbox: hãy mở ở đó."
        : `Nó thuộc bài học ${detail}: hãy mở ở bài đó, hoặc trong sandbox.`,
    "other-beginning": () => "Nó bắt đầu khác với bài này: hãy mở ở bài học hoặc sandbox nơi nó được lưu.",
    "no-replay": () =>
      "Nó không còn đi tới cùng một kết quả: nó được tạo bằng phiên bản khác của bộ mô phỏng, hoặc đã bị thay đổi.",
    "no-compression": () => "Trình duyệt này không giải nén được liên kết. Hãy xin một tệp.",
  },
  noLink: {
    "too-long": "Lần chạy này quá dài cho một liên kết. Hãy lưu thành tệp: tệp chứa được tất cả.",
    "no-compression": "Trình duyệt này không tạo được liên kết. Hãy lưu thành tệp.",
  },
  unknown: (message) => `Có lỗi xảy ra: ${message}`,
};

/** The table for a language tag (`vi`, `vi-VN`); English for every other. */
export function shareTexts(lang: string): ShareTexts {
  return lang.toLowerCase().startsWith("vi") ? vi : en;
}

/** Why something could not be opened, in whole sentences. */
export function problemText(error: unknown, what: SharedThing, lang: string): string {
  const t = shareTexts(lang);
  if (error instanceof ShareRefused) return t.problem[error.problem](what, error.detail);
  return t.unknown(error instanceof Error ? error.message : String(error));
}
