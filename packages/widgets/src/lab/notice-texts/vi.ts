/** What the lab tells: questions, what the buttons around a definition came to, what is wrong with saving, in Vietnamese. */
import type { NoticeTexts } from "./en.ts";

export const vi: NoticeTexts = {
  resetAsk: "Làm lại bài này từ đầu? Các task và cluster sẽ mất; tệp và các mục đã đạt vẫn được giữ.",
  openAsk: "Mở một kịch bản khác? Các task và cluster của bạn sẽ mất; các tệp vẫn còn.",
  confirm: "Đồng ý",
  cancel: "Hủy",
  travelAsk: (at) => `Bạn đang xem thời điểm ${at}. Lệnh chạy ở đây sẽ bỏ mọi thứ xảy ra sau đó. Tiếp tục từ ${at}?`,
  travelYes: "Tiếp tục từ đây",
  travelNo: "Về hiện tại",
  atPlace: (path) => `tại ${path}`,
  dismiss: "Đóng",
  ran: (id, revision) => `Đã tạo task ${id} từ ${revision}. Hãy xem nó khởi động.`,
  registered: (revision) => `Đã đăng ký ${revision}.`,
  stopAsked: (id) => `StopTask đã được chấp nhận cho ${id}.`,
  badJson: (line, fault) => `Đây không phải JSON. Dòng ${line}: ${fault}`,
  noCluster: "Chưa có cluster ACTIVE nào: hãy tạo trước (aws ecs create-cluster).",
  noSubnet: "Đám mây này không có public subnet.",
  capacityFailure: (reason) => `RunTask không đặt được task nào: ${reason}`,
  notSaved: "Tiến độ không được lưu.",
  refusedToSave:
    "Trình duyệt này không cho trang lưu dữ liệu. Những gì bạn làm chỉ còn đến khi bạn rời trang; Quayside vẫn tiếp tục thử lưu.",
  newerIsStored:
    "Tiến độ của bạn đã được một phiên bản Quayside mới hơn lưu, còn trang này là bản cũ nên giữ nguyên dữ liệu đó. Hãy tải lại trang.",
  clash: (files) => `${files}: cũng đã được sửa ở một tab khác.`,
  clashChoice:
    "Những gì bạn gõ ở đây không được lưu đè lên bản đó. Hãy giữ nội dung của tab này, hoặc tải lại trang để lấy nội dung của tab kia.",
  continuedAt: (clock) => `Tiếp tục từ ${clock}.`,
  bringingBack: (percent) => `Đang mở lại lần chạy của bạn: ${percent} %`,
  notBroughtBack: "Lần chạy của lần trước không tiếp tục được.",
  filesAreHere: "Các tệp và các mục đã đạt của bạn vẫn còn đây.",
  runClash: "Bài này đã được làm tiếp ở một tab khác.",
  runClashChoice:
    "Những gì bạn làm ở đây không được lưu. Hãy giữ lần chạy của tab này, hoặc tải lại trang để tiếp tục lần chạy của tab kia.",
  withOriginals: "Đồng ý, và lấy lại các tệp ban đầu",
  keepMine: "Giữ nội dung của tab này",
};
