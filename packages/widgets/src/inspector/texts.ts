/** What the inspector says, in every language of the course. AWS's own words stay as AWS spells them. */
import type { Wait } from "../i18n/shapes.ts";

const en = {
  tabFacts: "Facts",
  tabLife: "Life",
  tabLogs: "Logs",
  logsLost: "No logConfiguration: on Fargate, what it prints is lost.",
  logsElsewhere: (driver: string) => `Its output goes to the driver ${driver}, not to CloudWatch Logs.`,
  logsNoStream: "It has no log stream. The stream is made just before the container.",
  logsEmpty: "Nothing printed so far.",
  logsEarlier: (count: number) => `${count} earlier lines`,
  tabJson: "JSON",
  times: "Timestamps",
  network: "Network",
  environment: "Environment",
  stopped: "Why it stopped",
  general: "General",
  jsonAt: "As DescribeTasks answers at this moment",
  gone: "It does not exist at this moment.",
  after: (wait: Wait) => `+${wait.text}`,
  status: "Status",
  containers: "Containers",
};

/** What a language has to say. */
export type InspectorTexts = typeof en;

const vi: InspectorTexts = {
  tabFacts: "Thông tin",
  tabLife: "Vòng đời",
  tabLogs: "Log",
  logsLost: "Không có logConfiguration: trên Fargate, những gì nó in ra sẽ mất.",
  logsElsewhere: (driver) => `Output của nó đi tới driver ${driver}, không vào CloudWatch Logs.`,
  logsNoStream: "Chưa có log stream. Stream được tạo ngay trước container.",
  logsEmpty: "Chưa in ra dòng nào.",
  logsEarlier: (count) => `${count} dòng trước đó`,
  tabJson: "JSON",
  times: "Mốc thời gian",
  network: "Mạng",
  environment: "Biến môi trường",
  stopped: "Vì sao nó dừng",
  general: "Chung",
  jsonAt: "Như DescribeTasks trả lời tại thời điểm này",
  gone: "Thứ này không tồn tại ở thời điểm đang xem.",
  after: (wait) => `+${wait.text}`,
  status: "Trạng thái",
  containers: "Container",
};

/** The table for a language tag (`vi`, `vi-VN`); English for every other. */
export function inspectorTexts(lang: string): InspectorTexts {
  return lang.toLowerCase().startsWith("vi") ? vi : en;
}
