/** What the tour of the sandbox says, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader/texts";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Sandbox làm được gì",
  stops: [
    "Một đám mây của riêng bạn, cùng ba definition để bắt đầu. **Đăng ký & chạy** khởi động thứ đang có trong trình soạn thảo; terminal nhận lệnh `aws ecs`.",
    "Một web server đã được đăng ký và yêu cầu chạy. Nó chờ ở dải trên cùng cho tới khi có network interface.",
    "Nó đã có chỗ trong một subnet và đang chạy. Diện tích của ô là bộ nhớ, dáng của ô là phần CPU.",
    "Task này thì khác: chương trình của nó phớt lờ SIGTERM. Hãy xem điều gì xảy ra khi ECS được yêu cầu dừng nó.",
    "SIGTERM đã được gửi. Chương trình tử tế sẽ kết thúc ngay. Còn nó có 30 giây, tức `stopTimeout`, và cứ để chúng trôi qua.",
    "Hết giờ: SIGKILL, thứ không ai phớt lờ được. Exit code 137 là 128 + 9, số của tín hiệu đó.",
    "Task đã dừng nằm ở đây và vẫn chọn được: bảng chi tiết cho biết vì sao nó dừng, kèm cả JSON.",
    "Mọi chuyện đã xảy ra đều có trong nhật ký, mỗi dòng kèm nguyên nhân.",
    "Kéo con trỏ lùi lại để xem lại bất cứ lúc nào, rồi ra lệnh ở đó để thử cách khác. Sandbox của bạn vẫn còn nguyên: giờ nó là của bạn.",
  ],
};
