/** What the buttons around a definition have to say afterwards, in Vietnamese. */
import type { NoticeTexts } from "./en.ts";

export const vi: NoticeTexts = {
  ran: (id, revision) => `Đã tạo task ${id} từ ${revision}. Hãy xem nó khởi động.`,
  registered: (revision) => `Đã đăng ký ${revision}.`,
  stopAsked: (id) => `StopTask đã được chấp nhận cho ${id}.`,
  badJson: (message) => `Đây không phải JSON: ${message}`,
  noCluster: "Chưa có cluster ACTIVE nào: hãy tạo trước (aws ecs create-cluster).",
  noSubnet: "Đám mây này không có public subnet.",
  capacityFailure: (reason) => `RunTask không đặt được task nào: ${reason}`,
};
