/** Hints, and feedback on mistakes, of lab 02/05, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Việc một task có nhận phiên hay không được quyết định lúc nào: khi nó khởi động, hay khi bạn xin mở phiên?",
    "run-task có --enable-execute-command. Agent cần tới một phút sau container; describe-tasks cho thấy nó trong managedAgents. Người mở phiên không phải là bạn mà là task role.",
    'aws ecs run-task --task-definition webserver --launch-type FARGATE --enable-execute-command --network-configuration ..., rồi aws ecs execute-command --task TASK_ID --interactive --command "/bin/sh". Bên trong: curl -s localhost, echo "..." > /usr/share/nginx/html/index.html, exit.',
  ],
  mistakes: {
    "without-flag":
      "Task này được khởi động không có ECS Exec, và task đang chạy thì không thêm được gì. Hãy khởi động task khác với --enable-execute-command.",
    "too-early":
      "Task đã chạy nhưng agent của nó thì chưa: nó có sau container nửa phút đến một phút. Thông báo giống hệt như với task không có ECS Exec; managedAgents cho phân biệt.",
    "wrong-role":
      "Agent chạy nhưng không kết nối được: shopTaskRole không cho phép bốn action ssmmessages. Một task role khác thì cho.",
    "execution-role":
      "Execution role dùng để kéo image và ghi log, trước và bên cạnh code của bạn. Agent của ECS Exec sống trong container và dùng task role.",
  },
};
