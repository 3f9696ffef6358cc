/** Hints, and feedback on mistakes, of lab 01/03, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Trước khi web được bắt đầu, cái gì phải xong, và cái gì phải đang sống?",
    "Container nào vốn phải kết thúc thì không được là essential, và container nào cần HEALTHY thì phải có health check trong definition. Restart policy tính xem container đã chạy được bao lâu.",
    'Trong migrate: "essential": false. Trong cache: "healthCheck": { "command": ["CMD-SHELL", "cache-cli ping || exit 1"] }. Trong worker: "restartPolicy": { "enabled": true, "restartAttemptPeriod": 60 }.',
  ],
  mistakes: {
    "essential-migration":
      "migrate vốn phải kết thúc, mà container essential kết thúc thì kéo cả task theo. Không ai viết essential trong migrate, và bỏ trống nghĩa là true.",
    "no-health-check":
      "Không chỗ nào nói cách biết cache có khỏe hay không. HEALTHCHECK bên trong image không được ECS tính: nó phải nằm trong definition.",
    "nobody-essential":
      "Task sống chừng nào các container essential của nó còn sống. Không có cái nào thì ECS không biết khi nào task kết thúc, nên từ chối.",
    "start-instead-of-success":
      "START giúp đăng ký được, nhưng web không còn chờ migration xong nữa. Còn migrate vẫn là essential: nó kết thúc tốt đẹp và kéo cả task theo, exit code 0 không cứu được.",
    "check-that-always-fails":
      "Lệnh của health check luôn thất bại, nên cache UNHEALTHY và web cứ chờ. Không có gì chấm dứt chuyện này: không có startTimeout thì task nằm ở PENDING chừng nào bạn còn để nó đó.",
    "start-timeout-too-short":
      "web thôi chờ khi startTimeout của cache đã hết. Health check nhìn lần đầu sau một interval, mặc định 30 giây: timeout phải chừa đủ chỗ cho việc đó.",
    "override-of-nobody": "Override phải nêu tên một container có trong definition. Hãy so tên từng chữ một.",
    "default-restart-period":
      "Policy đã bật, nhưng container phải chạy đủ restartAttemptPeriod rồi mới được khởi động lại, và bỏ trống nghĩa là 300 giây. Worker crash sau 90 giây.",
    "ignored-its-own-crash":
      "ignoredExitCodes là danh sách mã mà sau đó KHÔNG khởi động lại, ví dụ mã 0 của một job đã xong. Worker crash với mã 1, và mã đó đang nằm trong danh sách.",
    "no-restart-policy":
      "Không có gì khởi động lại worker: nó là essential nên crash của nó là dấu chấm hết cho task. Nếu không có policy, ECS không bao giờ khởi động lại container tại chỗ.",
  },
};
