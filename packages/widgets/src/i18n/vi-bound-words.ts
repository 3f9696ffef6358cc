/** What keeps the scheduler of a service from more, in Vietnamese: in the journal, on the map and in the inspector. */
import type { ServiceBound } from "@quayside/simulator";

export const VI_BOUND_WORDS: { readonly [Bound in ServiceBound]: string } = {
  maximum: "maximumPercent không cho thêm task",
  minimum: "minimumHealthyPercent không cho dừng thêm task nào",
  placement: "không còn chỗ cho thêm task",
  throttle: "task không khởi động được: chờ lâu dần",
  protection: "task được bảo vệ ở lại",
  failed: "deployment đã thất bại",
  rate: "mỗi phút nhiều nhất 500 task",
};
