/** What the lanes of many tasks say, in Vietnamese. */
import type { LaneTexts } from "./en.ts";

export const vi: LaneTexts = {
  service: "service",
  standalone: (family) => `task độc lập của ${family}`,
  tasks: (count) => `${count} task`,
  counts: ({ running, moving, desired }) =>
    `${running}${desired === undefined ? "" : ` trên ${desired}`} đang chạy${moving === 0 ? "" : `, ${moving} đang chuyển`}`,
};
