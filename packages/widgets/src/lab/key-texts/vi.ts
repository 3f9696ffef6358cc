/** What the keys do, in words, in Vietnamese; and the keys of the editor and the terminal, which their own files answer. */
import type { KeyTexts } from "./en.ts";

export const vi: KeyTexts = {
  title: "Phím tắt",
  close: "Đóng",
  time: "Ở mọi nơi trong lab",
  map: "Trên bản đồ",
  editor: "Trong trình soạn thảo",
  terminal: "Trong terminal",
  note: "Phím Tab chuyển giữa các phần của lab; các phím này không tác dụng khi bạn đang gõ.",
  space: "Phím cách",
  shortcuts: {
    play: "Chạy hoặc tạm dừng",
    step: "Đến sự việc tiếp theo",
    back: "Lùi lại một giây",
    slower: "Chậm hơn",
    faster: "Nhanh hơn",
    fork: "Rẽ nhánh ở đây, hoặc kết thúc so sánh",
    exchange: "Ra lệnh cho lượt chạy kia",
    fill: "Cho lab chiếm cả trang, hoặc trả lại (Escape)",
    help: "Hiện các phím này",
  },
  moves: "Chuyển giữa các task",
  mapActions: {
    select: "Xem chi tiết task",
    why: "Hỏi vì sao nó như vậy",
    nearer: "Nhìn gần hơn",
    farther: "Nhìn xa hơn",
    fit: "Hiện toàn bộ đám mây",
  },
  wheel: "con lăn",
  wheels:
    "Nhìn gần hơn hoặc xa hơn quanh con trỏ; không cần Ctrl khi đã bấm vào bản đồ, hoặc khi bản đồ chiếm cả trang; chụm hai ngón trên màn hình cảm ứng",
  drag: "kéo",
  drags: "Di chuyển phần đang thấy; bấm đúp để nhìn gần hơn một mức",
  typing: {
    run: "Đăng ký và chạy definition",
    fix: "Đến chỗ sửa",
    tabMode: "Tab thụt dòng, hoặc lại chuyển tiếp",
    complete: "Điền nốt từ",
    older: "Lệnh trước",
    newer: "Lệnh sau",
    clear: "Xóa màn hình",
    drop: "Bỏ dòng lệnh",
  },
};
