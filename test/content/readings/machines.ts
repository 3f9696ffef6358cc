/** Chapter 03: what words of its prose ask for. */
import { type LessonReading, register } from "./reading.ts";

const [web, userData] = ["web.json", "user-data.sh"];
const [reportFile, gatewayFile, paymentsFile, api] = ["report.json", "gateway.json", "payments.json", "api.json"];

export const machines: readonly LessonReading[] = [
  {
    lab: "03/01",
    words: [
      {
        en: 'Put `"FARGATE"` beside `"EC2"` in `requiresCompatibilities`, register, and mend what AWS names.',
        vi: 'Hãy đặt `"FARGATE"` cạnh `"EC2"` trong `requiresCompatibilities`, đăng ký, và sửa điều AWS nêu ra.',
        does: [{ file: web, edit: (it) => void it.requiresCompatibilities.push("FARGATE") }],
      },
      {
        en: 'So the revision for both has `"networkMode": "awsvpc"`, `"cpu": "256"` and `"memory": "512"` for the task, and no `privileged`. Register it.',
        vi: 'Vậy revision cho cả hai nơi có `"networkMode": "awsvpc"`, `"cpu": "256"` và `"memory": "512"` của task, và không có `privileged`. Hãy đăng ký nó.',
        does: [
          {
            file: web,
            edit: (it) => {
              Object.assign(it, { networkMode: "awsvpc", cpu: "256", memory: "512" });
              delete it.containerDefinitions[0].privileged;
            },
          },
          register(web),
        ],
      },
      {
        en: "Wait until it is RUNNING, and run it once more.",
        vi: "Chờ nó RUNNING, rồi chạy thêm lần nữa.",
        does: [{ again: "--cluster bare" }],
      },
    ],
  },
  {
    lab: "03/02",
    words: [
      {
        en: 'Let time go on until both tasks are <State s="RUNNING" />.',
        vi: 'Để thời gian trôi tới khi cả hai task đều <State s="RUNNING" />.',
        does: [{ until: "settled" }],
      },
      {
        en: "Change `user-data.sh`:",
        vi: "Hãy sửa `user-data.sh`:",
        does: [{ file: userData, from: /[\s\S]+/, to: (shown) => shown }],
      },
    ],
  },
  { lab: "03/03", words: [] },
  {
    lab: "03/04",
    words: [
      {
        en: "Add it in `api.json`, on the level of `family`:",
        vi: "Hãy thêm vào `api.json`, cùng cấp với `family`:",
        does: [{ file: api, edit: (it, shown) => void Object.assign(it, shown) }],
      },
    ],
  },
  {
    lab: "03/05",
    words: [
      { en: "Let them start.", vi: "Hãy để chúng khởi động xong.", does: [{ until: "settled" }] },
      {
        en: "Put it back: the two lines of the step before find the gap, wherever it is.",
        vi: "Hãy đặt nó lại: hai dòng của bước trước tìm ra chỗ trống, dù ở đâu.",
        does: [{ again: "start-task" }],
      },
      {
        en: "Run it twice more (the arrow up key brings it back).",
        vi: "Hãy chạy thêm hai lần (phím mũi tên lên gọi nó về).",
        does: [{ again: "group=='family:collector'" }, { again: "group=='family:collector'" }],
      },
    ],
  },
  {
    lab: "03/06",
    words: [
      {
        en: "Let two or three minutes go by before you begin.",
        vi: "Hãy để hai, ba phút trôi qua trước khi bắt đầu.",
        does: [{ advanceMs: 180_000 }],
      },
      {
        en: "In `report.json`, log with `json-file` or without any `logConfiguration`, register, and run `report` again.",
        vi: "Trong `report.json`, hãy ghi log bằng `json-file` hoặc bỏ hẳn `logConfiguration`, đăng ký, rồi chạy lại `report`.",
        does: [
          {
            file: reportFile,
            edit: (it) => {
              delete it.containerDefinitions[0].logConfiguration;
            },
          },
          register(reportFile),
          { again: "run-task --cluster shop --task-definition report" },
        ],
      },
      {
        en: "In `gateway.json` set `hostPort` to 0, and the agent picks a free one. Register it, and run `gateway` again.",
        vi: "Trong `gateway.json` hãy đặt `hostPort` thành 0, và agent sẽ chọn một cổng trống. Đăng ký nó, rồi chạy lại `gateway`.",
        does: [
          {
            file: gatewayFile,
            edit: (it) => {
              it.containerDefinitions[0].portMappings[0].hostPort = 0;
            },
          },
          register(gatewayFile),
          { again: "run-task --cluster shop --task-definition gateway" },
        ],
      },
      {
        en: "Run `orders` again.",
        vi: "Hãy chạy lại `orders`.",
        does: [{ again: "run-task --cluster shop --task-definition orders" }],
      },
      {
        en: "Write `nginx:1.29` in `payments.json`, register it, and run `payments` again.",
        vi: "Hãy viết `nginx:1.29` trong `payments.json`, đăng ký nó, rồi chạy lại `payments`.",
        does: [
          {
            file: paymentsFile,
            edit: (it) => {
              it.containerDefinitions[0].image = "nginx:1.29";
            },
          },
          register(paymentsFile),
          { again: "run-task --cluster shop --task-definition payments" },
        ],
      },
    ],
  },
];
