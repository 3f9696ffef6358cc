/** What the buttons around a definition have to say afterwards, and what is wrong with saving, in Vietnamese. */
import type { NoticeTexts } from "./en.ts";

export const vi: NoticeTexts = {
  ran: (id, revision) => `Đã tạo task ${id} từ ${revision}. Hãy xem nó khởi động.`,
  registered: (revision) => `Đã đăng ký ${revision}.`,
  stopAsked: (id) => `StopTask đã được chấp nhận cho ${id}.`,
  badJson: (message) => `Đây không phải JSON: ${message}`,
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
  keepMine: "Giữ nội dung của tab này",
};
