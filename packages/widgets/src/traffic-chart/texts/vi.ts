/** What the chart of traffic says, in Vietnamese. AWS's own words stay as AWS spells them. */
import type { TrafficTexts } from "./en.ts";

export const vi: TrafficTexts = {
  title: "Request theo thời gian",
  name: (of) => `Request đến ${of} theo thời gian`,
  keys: "Trái và phải: một thời điểm. Home và End: đầu và cuối.",
  requests: "Request",
  times: "Được trả lời trong",
  lost: "Bị mất",
  table: "Bảng",
  chart: "Biểu đồ",
  time: "lúc",
  nothing: "Chưa có request nào. Trong terminal, quayside traffic TÊN --rate 50 sẽ gửi.",
  perSecond: (rate) => `${rate}/giây`,
  within: (half, most, nearlyAll) => `p50 ${half}, p95 ${most}, p99 ${nearlyAll}`,
  none: "không",
  ends: {
    target5xx: "5xx của ứng dụng",
    rejected: "ứng dụng đầy",
    refused502: "502 bị từ chối",
    cut502: "502 bị cắt ngang",
    none503: "503 không có target",
    timeout504: "504 không trả lời",
    unreached: "không đến nơi",
  },
  lostInAll: (counts) => `Đến giờ bị mất: ${counts}.`,
  nothingLost: "Đến giờ chưa mất request nào.",
};
