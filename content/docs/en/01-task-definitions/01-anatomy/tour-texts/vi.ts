/** What the tour says in lab 01/01, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Từ JSON tới bản đồ",
  stops: [
    "Tệp của bạn là một task definition: một bản thiết kế bằng JSON. Tự nó không chạy gì. Chuyến này chạy một definition khác, `example`, để phần của bạn vẫn dành cho bạn hoàn thiện.",
    "`RunTask` tạo một task từ revision mới nhất, `example:1`. Definition vẫn như cũ; task là một bản sao đang sống.",
    "`networkMode: awsvpc` chính là cái phích cắm này: một network interface và một địa chỉ chỉ cho task này. Fargate không nhận chế độ nào khác.",
    "`cpu` và `memory` của task là kích thước của ô: 512 CPU unit và 1024 MiB. Fargate giữ chỗ chừng đó cho task, dùng hay không, và tính tiền theo đó.",
    "Mỗi phần tử của `containerDefinitions` là một container trong ô. `image` là thứ đang được kéo về cho nó.",
    "`essential: true`, cũng là mặc định: container này kết thúc thì task dừng. Còn helper có thể kết thúc mà task vẫn chạy tiếp.",
    "Một definition, bao nhiêu task tùy bạn yêu cầu. Chạy ở đâu, bao nhiêu bản là chuyện của lời gọi, không nằm trong definition.",
    "Giờ đến lượt bạn. Tệp của bạn còn thiếu thứ mà Fargate cần. Hãy đăng ký nó và đọc câu trả lời của AWS.",
  ],
};
