/** Hints, and feedback on mistakes, of lab 03/03, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Những instance nào nhận nổi task, và ai chọn trong số còn lại?",
    "--placement-strategy nhận một danh sách: mục đầu xếp thứ tự các instance, mục sau chỉ quyết định khi mục đầu không thấy khác biệt. spread đếm task cùng task group (--group), binpack nhìn phần còn trống của instance. Journal ghi mỗi quyết định là PLACEMENT_DECIDED.",
    "Với các zone: aws ecs run-task --cluster wide --task-definition web --launch-type EC2 --count 4 --group night --placement-strategy type=spread,field=attribute:ecs.availability-zone rồi thêm chiến lược thứ hai sau một dấu cách. Để lấp đầy wide, hãy chạy thêm tám task, rồi một task nữa.",
  ],
  mistakes: {
    "left-to-chance":
      "RunTask không có chiến lược thì bốc thăm, và bốc lại cho từng task. Bốn task rơi đúng vào bốn instance chỉ xảy ra khoảng một lần trong mười một lần. Hãy dừng chúng và nói rõ bạn muốn gì.",
    "packed-wide": "binpack lấp đầy instance còn ít chỗ nhất, nên tất cả dồn vào một chỗ. Chiến lược nào thì đếm task?",
    "on-fargate":
      "Chiến lược xếp chỗ chọn trong các container instance. Trên Fargate không có instance nào để bạn chọn, và definition này cũng không hỗ trợ Fargate.",
    "binpack-instances":
      "binpack dồn theo phần còn lại của một tài nguyên, nên field của nó là một tài nguyên của instance. instanceId là của spread.",
    "spread-tight":
      "Bốn task này nằm trên bốn instance. Giờ không chiến lược nào gom chúng lại được: hãy dừng chúng trước, rồi dồn các task mới.",
    "no-attribute":
      "Zone là một attribute của instance, và field phải nói rõ điều đó: tên của nó đứng sau chữ attribute và dấu hai chấm.",
    reversed:
      "Thứ tự chính là độ ưu tiên. Khi binpack đứng trước, zone chỉ quyết định giữa các instance còn đúng bằng nhau. Sau task đầu tiên thì không còn hòa nữa.",
    "same-group":
      "Chiến lược thì đúng, nhưng các task này vào nhóm family:web và bị đếm chung với những task có sẵn. Hãy cho các task mới một task group riêng.",
    "stopped-to-balance":
      "Bạn đã dừng một trong các task đã dồn. Hãy để cả bốn chạy và chạy thêm hai task: câu hỏi là ECS có dời task đang chạy hay không.",
    "too-many-at-once":
      "Một lời gọi khởi động tối đa mười task. Cả lời gọi bị từ chối; chuyện đó không liên quan tới chỗ trống.",
  },
};
