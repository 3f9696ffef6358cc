/** What the chart of a service says, in Vietnamese. */
import type { ServiceChartTexts } from "./en.ts";

export const vi: ServiceChartTexts = {
  title: "Số task theo thời gian",
  name: (service) => `Số task của ${service} theo thời gian`,
  keys: "Phím mũi tên đi tới lần thay đổi trước hoặc sau, phím Page đi tới deployment trước hoặc sau.",
  running: "đang chạy",
  older: "trong đó bản cũ",
  pending: "đang khởi động",
  stopping: "đang dừng",
  desired: "muốn có",
  bounds: "giới hạn",
  time: "lúc",
  sentence: ({ clock, running, older, pending, stopping, desired, lower, upper }) =>
    `${clock}: ${running} task đang chạy${older === 0 ? "" : `, trong đó ${older} thuộc revision cũ`}, ${pending} đang khởi động, ${stopping} đang dừng, muốn có ${desired}, giới hạn ${lower} đến ${upper}`,
  before: "Lúc này chưa có service.",
  table: "Bảng",
  chart: "Biểu đồ",
  latest: (shown, all) => `${shown} lần thay đổi gần nhất trong ${all} lần.`,
};
