/** What cards of services say, in Vietnamese. AWS's own words stay as AWS spells them. */
import type { CardTexts } from "./en.ts";

export const vi: CardTexts = {
  services: "Service",
  counts: ({ running, pending, stopping }) =>
    [
      `${running} đang chạy`,
      ...(pending > 0 ? [`${pending} đang chờ`] : []),
      ...(stopping > 0 ? [`${stopping} đang dừng`] : []),
    ].join(", "),
  desired: (desired) => `muốn có ${desired}`,
  between: (lower, upper) => `(${lower} đến ${upper})`,
  held: {
    maximum: "bị giữ: đã đủ số task mà maximumPercent cho phép",
    minimum: "bị giữ: minimumHealthyPercent không cho dừng task nào",
    placement: "bị giữ: không instance nào nhận task",
    throttle: "bị giữ: task không khởi động được, phải chờ lâu dần",
    protection: "bị giữ: task được bảo vệ ở lại",
    failed: "bị giữ: deployment đã thất bại",
    rate: "bị giữ: 500 lần khởi động mỗi phút",
  },
  sentence: ({ name, status, definitions, says }) => `Service ${name}, ${status}, ${definitions}; ${says}`,
};
