/** What the map says once it is used, in Vietnamese. */
import type { LateTexts } from "./en.ts";

export const vi: LateTexts = {
  table: "Bảng các task",
  failed: (status) => `thất bại, ${status}`,
  changes: (change) =>
    `${change.named}${change.more > 0 ? ` và ${change.more} task khác` : ""}. ${change.running} trên ${change.total} task đang chạy.`,
  ringed: (count) => (count === 0 ? "Trên bản đồ lúc này không có." : `Được khoanh trên bản đồ: ${count}.`),
  free: (free, all) => `còn ${free} trên ${all}`,
  moreRows: (shown, all) => `${shown} trên ${all}: xem thêm`,
  services: "Service",
  targetGroups: "Target group",
  type: "Loại",
  zone: "Zone",
  revisions: "Revision",
  zoom: "Thu phóng",
  nearer: "Lại gần (+)",
  farther: "Ra xa (-)",
  fit: "Vừa khung",
  fitHint: "Hiện toàn bộ đám mây vừa khung (0)",
  zoomed: (percent: number) => `Thu phóng ${percent} %`,
};
