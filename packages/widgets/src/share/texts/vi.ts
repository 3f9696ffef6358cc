/** Everything that sharing says, in Vietnamese. */
import type { SharedThing, ShareTexts } from "./en.ts";

/** What was opened, at the beginning of a sentence. */
const THINGS: Readonly<Record<SharedThing, string>> = { link: "Liên kết", file: "Tệp", run: "Lần chạy" };

export const vi: ShareTexts = {
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
    "too-long": (what) => `${THINGS[what]} chứa nhiều hơn mức Quayside mở được.`,
    "no-run": (what, detail) => `${THINGS[what]} không chứa lần chạy nào của Quayside: ${detail} không đúng.`,
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
