/** What the home page's story says, in Vietnamese. */
import { shortInstance, TASK_MEMORY_MIB, WANTED } from "../story.ts";
import type { HeroTexts } from "./en.ts";

export const vi: HeroTexts = {
  play: "Chạy",
  pause: "Tạm dừng",
  again: "Xem lại",
  clock: (text) => `Thời gian mô phỏng ${text}`,
  running: (running) => `${running} trên ${WANTED} đang chạy`,
  end: (instance) => `Kết thúc ${instance}`,
  coach: "Bấm để kết thúc",
  launch: "Khởi động một instance",
  memory: (percent) => `Bộ nhớ, đã giữ chỗ ${percent} %`,
  starting: "đang khởi động",
  ending: "shutting-down",
  gone: "terminated",
  missing: "Còn thiếu",
  stopped: "Đã dừng",
  nothing: "không có",
  whole: ({ first }, canEnd) =>
    first
      ? {
          head: "Chín task của web trên ba instance.",
          rest: "Bấm vào một instance để kết thúc nó, rồi xem các task của nó ra sao.",
        }
      : {
          head: "Lại đủ chín task.",
          rest: canEnd
            ? "Kết thúc thêm một instance: liệu có đủ chỗ cho tất cả?"
            : "Câu chuyện đến đây là hết. Xem lại nhé?",
        },
  endingCaption: ({ instance, tasks, own }) => ({
    head: own ? `Bạn đã kết thúc ${shortInstance(instance)}.` : `Mất ${shortInstance(instance)}.`,
    rest: `EC2 đang tắt nó. Với ECS, ${tasks} task của nó vẫn là RUNNING: chưa ai báo cho ECS.`,
  }),
  goneCaption: ({ instance, tasks, reason }) =>
    tasks === 0
      ? { head: `${shortInstance(instance)} không còn nữa.`, rest: "Không có task nào chạy trên đó." }
      : {
          head: `${shortInstance(instance)} không còn nữa, cùng ${tasks} task:`,
          rest: `“${reason}” Không có gì tự chạy lại chúng: đó là việc của service. Ở đây một script gọi RunTask.`,
        },
  placed: ({ count }) => ({
    head: `RunTask chạy ${count} task, với id mới:`,
    rest: "một task đã dừng không bao giờ trở lại. Chiến lược spread chọn instance có ít task nhất.",
  }),
  refused: ({ count, placed, reason, freeMiB }) => ({
    head: `${placed === 0 ? "" : `${placed} task có chỗ. `}Không đủ chỗ cho ${count} task: ${reason}.`,
    rest: `Mỗi task cần ${TASK_MEMORY_MIB} MiB, instance rộng nhất còn ${freeMiB}. RunTask không xếp hàng: phải có ai đó gọi lại. Hãy khởi động một instance.`,
  }),
  nowhere: ({ message }) => ({
    head: "Không còn instance nào để chạy.",
    rest: `RunTask trả lời: “${message}” Hãy khởi động một instance, hoặc xem lại từ đầu.`,
  }),
  launched: ({ instance }) => ({
    head: `${shortInstance(instance)} đang khởi động.`,
    rest: "Nó chỉ được tính khi ECS agent của nó đã đăng ký với cluster: một đến hai phút của cluster, ở đây khoảng mười giây.",
  }),
  joined: ({ instance }) => ({
    head: `${shortInstance(instance)} đã vào cluster.`,
    rest: "Các task chưa có chỗ không tự đến; script gọi lại.",
  }),
};
