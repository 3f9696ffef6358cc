/** Hints, and feedback on mistakes, of lab 01/07, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Chính xác thì revision giữ cái gì: chương trình, hay chỉ cái tên để tìm ra chương trình?",
    "Task hỏi registry về tag lúc nó khởi động, và không hỏi lại nữa. Hãy so imageDigest của hai task thuộc shop:1, một từ trước lần push và một từ sau. Muốn bản build cũ, hãy viết repository@digest thay cho repository:tag.",
    "docker push quayside/shop:latest, rồi chạy shop:1 thêm lần nữa. Lấy digest của task đầu, đặt quayside/shop@sha256:... vào shop.json rồi đăng ký. Deregister và delete cần cả số: shop:1.",
  ],
  mistakes: {
    "another-tag":
      "Bạn đã cho bản build mới một tag riêng. Một nhóm cẩn thận làm đúng như vậy, và không revision nào ghi latest nhận thấy gì. Ở đây chính tag latest phải đi chỗ khác.",
    "pushed-too-early":
      "Lần push diễn ra trước khi task đầu tiên chạy, nên cả hai task thấy cùng một bản build sau tag. Muốn hai bản build cạnh nhau, phải có một task chạy trước khi tag chuyển đi.",
    "only-waited":
      "Chờ bao lâu cũng vậy: task đang chạy giữ nguyên image nó đã tải. Không ai báo cho ECS biết tag đã chuyển, và không task nào hỏi lại lần hai.",
    "stopped-first":
      "Task mới đúng là đã tải bản build mới, nhưng lúc đó task cũ không còn. Để thấy cùng một lúc một revision có thể mang nghĩa gì, hãy để task cũ chạy tiếp.",
    "new-revision-for-nothing":
      "Hai bản build đang chạy, nhưng dưới hai revision có nội dung y hệt. Revision thứ hai là thừa: task mới nào của shop:1 cũng hỏi lại registry về tag.",
    "pinned-the-new-build":
      "Digest này là của bản build mới. Bản build cũ vẫn còn trong registry, dưới digest mà task cũ hơn trong hai task của bạn báo ở imageDigest.",
    "tag-instead-of-digest":
      "Lại là tag. Hôm nay nó có thể dẫn tới đúng bản build, nhưng ngày mai ai đó có thể chuyển nó. Digest được tính từ chính image nên không thể mang nghĩa khác.",
    "no-number":
      "Chỉ ghi family nghĩa là revision mới nhất khi bạn run hoặc describe. Còn khi bỏ đi thứ gì thì phải nói đích danh: family và số.",
    "deregistered-the-wrong-one":
      "Đó là revision đã ghim digest. Không có đường quay lại ACTIVE: muốn có lại thì phải đăng ký lại, dưới số tiếp theo. Revision cần cho nghỉ là revision dùng tag.",
    "stopped-before":
      "Lúc đó không còn task nào của shop:1 chạy. Không cần phải vậy: deregister không dừng gì cả, và chỉ thấy được điều đó khi có task đang chạy. Hãy quay lại một thời điểm trước đó trên dòng thời gian, hoặc làm lại từ đầu.",
    "deleted-while-active":
      "Lời gọi thành công nhưng không xóa gì: hãy đọc failures trong câu trả lời. Revision ACTIVE phải được deregister trước.",
  },
};
