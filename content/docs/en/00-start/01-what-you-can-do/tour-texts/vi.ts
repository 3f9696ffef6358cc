/** What the tour says in lab 00/01, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Một vòng quanh lab",
  stops: [
    "Đây là một đám mây nhỏ: một VPC trải trên hai Availability Zone, mỗi zone có một subnet công khai và một subnet riêng. Chưa có gì chạy trong đó.",
    "Trình soạn thảo chứa một task definition: image nào, bao nhiêu CPU và bộ nhớ. **Đăng ký & chạy** gửi nó tới ECS. Terminal ở thẻ bên cạnh nhận lệnh `aws ecs`.",
    "ECS đã nhận task. Nó chờ ở đây, `PROVISIONING`: trước hết nó cần một network interface riêng. Mỗi trạng thái có một màu và một ký hiệu, ở đâu cũng vậy.",
    "Network interface đã được gắn: cái phích cắm trên ô. Task giờ có địa chỉ trong subnet và chuyển sang `PENDING`.",
    "Image rời kho và đi vào qua internet gateway. Thanh trong container đầy dần khi image tới nơi.",
    "Container đã khởi động và task ở `RUNNING`. Tất cả chỉ mất vài giây thời gian mô phỏng.",
    "Thời gian là của bạn. Chạy, tạm dừng, đi từng bước, chọn tốc độ, hoặc kéo con trỏ lùi lại: bản đồ sẽ hiện đám mây đúng như lúc đó.",
    "Chọn một task trên bản đồ, bảng chi tiết sẽ cho biết ECS biết gì về nó, cả ở dạng JSON. **Vì sao?** dẫn từ điều bạn thấy về nguyên nhân.",
    "Bạn đã yêu cầu ECS dừng nó. Container được báo kết thúc, network interface bị gỡ, và task nằm ở đây, `STOPPED`. Bạn vẫn chọn được nó.",
    "Đây là các bước của bài học. Chúng chuyển xanh khi đám mây cho thấy bạn đã làm. Lab của bạn vẫn còn nguyên: giờ đến lượt bạn.",
  ],
};
