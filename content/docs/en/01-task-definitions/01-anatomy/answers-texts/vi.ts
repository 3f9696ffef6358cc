/** Hints, and feedback on mistakes, of lab 01/01, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Task Fargate không chạy trên instance nào của bạn. Vậy definition phải nói rõ điều gì mà bình thường instance sẽ quyết định?",
    "webserver.json còn thiếu hai trường ở mức ngoài cùng: một trường nói definition phải chạy được trên nền nào, trường kia nói cả task được bao nhiêu bộ nhớ. Kích thước của task là chuỗi.",
    'Thêm "requiresCompatibilities": ["FARGATE"] và lượng bộ nhớ đi cùng 256 CPU unit như đề bài. Khi chạy trong subnet công khai, hãy nhớ tới assignPublicIp.',
  ],
  mistakes: {
    "nothing-repaired":
      "Chưa chỗ nào nói có bao nhiêu bộ nhớ: task không nói, container cũng không. ECS nêu tên container trong thông báo; trên Fargate, nơi để khai báo là ở mức task.",
    "no-task-memory":
      "Fargate bán cả task theo kích thước, nên kích thước phải nằm ở mức task: đủ cả cpu lẫn memory. Memory của container chỉ chia nhỏ phần mà task có.",
    "pair-that-does-not-exist":
      "Fargate chỉ có những cặp cpu và memory cố định. 256 CPU unit đi với 512, 1024 hoặc 2048 MiB, ngoài ra không có.",
    "other-family":
      "Bạn đã đăng ký definition dưới một tên khác. Family là tên mà RunTask và service dùng để tìm nó, nên viết phải đúng từng chữ.",
    "registered-for-ec2":
      "ECS đã kiểm tra revision này theo luật của EC2. Nội dung của requiresCompatibilities quyết định luật nào được kiểm tra khi đăng ký; trường này có thể nêu nhiều hơn một loại.",
    "fargate-not-required":
      "Definition được chấp nhận nhưng không yêu cầu Fargate. ECS tự tính xem nó có thể chạy ở đâu (xem compatibilities trong kết quả trả về); không có gì ràng buộc revision sau phải như vậy.",
    "other-size":
      "Fargate chấp nhận kích thước này, nhưng nó không đúng đề bài. Task bị tính tiền theo mức nó yêu cầu, dù có dùng hết hay không.",
    "other-port":
      "containerPort là cổng mà chương trình bên trong container lắng nghe. Image nginx lắng nghe ở cổng 80; port mapping không thay đổi điều đó.",
    "wrong-tag":
      "Registry trả lời rằng không có image đó. Khi đăng ký definition, ECS không hỏi registry: tag sai chỉ lộ ra khi task khởi động. Hãy đọc kỹ từng ký tự của tên image trong thông báo.",
    "private-subnet":
      "Task đang chạy và đã tải image qua NAT gateway, như các task trong production thường làm. Nhưng đề bài yêu cầu địa chỉ công khai, nên cần subnet công khai cùng với assignPublicIp.",
  },
};
