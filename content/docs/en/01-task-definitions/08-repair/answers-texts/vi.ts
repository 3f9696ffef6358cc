/** Hints, and feedback on mistakes, of lab 01/08, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Ai viết ra thông báo trước mặt bạn: bộ đọc JSON, AWS CLI, ECS, hay một task không khởi động được? Mỗi bên chỉ thấy những gì đã lọt qua bên trước nó.",
    "Chỗ bộ đọc dừng lại là chỗ nó phát hiện ra; hãy nhìn ngay phía trước. Với một parameter không được biết, hãy hỏi trường đó thuộc mức nào: task hay container.",
    "Ở mức task: executionRoleArn, và cpu dạng chuỗi. Trong container: secrets viết bằng JSON, không có hostPort, và awslogs-region bên cạnh các option log khác. Khi task không khởi động, hãy so image với đề bài.",
  ],
  mistakes: {
    "only-commas":
      "Dấu phẩy là một chuyện; phần cuối tệp thì hoàn toàn không phải JSON. Dấu bằng và tên không có dấu nháy là ngôn ngữ của Terraform.",
    "names-without-quotes":
      "Tệp vẫn chưa phải JSON. Mỗi tên nằm trong dấu nháy kép, theo sau là dấu hai chấm, và giữa hai thành phần có dấu phẩy.",
    "fields-out-of-place":
      "Giờ nó đã là JSON, nhưng AWS CLI biết hình dạng của request và không gửi đi thứ gì không khớp. Nó liệt kê tất cả một lượt: trường nào nằm sai chỗ, giá trị nào sai kiểu.",
    "host-port-kept":
      "Với awsvpc, task có địa chỉ riêng, không có host nào để dùng một cổng khác. Ngoài cổng của container, port mapping còn nói gì?",
    "port-changed":
      "Hai con số đã khớp và ECS hài lòng, nhưng nginx lắng nghe ở 80. Sửa kiểu nào cũng làm thông báo biến mất; chỉ bạn biết kiểu nào đúng.",
    "no-region":
      "Driver awslogs phải biết log group nằm ở Region nào, kể cả khi đó là Region mà task đang chạy. Thông báo nêu tên option còn thiếu.",
    "no-prefix":
      "Prefix là tùy chọn trên EC2 và bắt buộc trên Fargate: thiếu nó thì nhìn tên stream không ai biết container nào đã ghi.",
    "logs-deleted":
      "Definition được chấp nhận vì chẳng còn gì để sai. Trên Fargate, container không có logConfiguration thì không để lại log nào cho bạn đọc.",
    "task-role-instead":
      "Đó là role kia. Task role dành cho mã bên trong container; còn tải image, lấy secret và ghi log là việc ECS làm, bằng execution role.",
    "role-deleted":
      "AWS CLI nói rằng container không có trường role này. Nó không nói là chẳng ai cần: hãy hỏi ai đi lấy secret và bằng quyền nào.",
    "password-in-the-open":
      "Bây giờ mật khẩu nằm ngay trong definition, ai có quyền xem definition đều đọc được, mà revision thì còn đọc được mãi. Secret chỉ ghi nơi cất giá trị.",
    "secret-deleted":
      "Thông báo đã hết, và mật khẩu cũng mất theo: container sẽ khởi động mà không có DB_PASSWORD, hoặc có một giá trị khác. Secret thuộc về container; hãy chuyển nó vào đó.",
    "image-of-the-notes":
      "Không bước kiểm tra definition nào nhìn vào registry: tag có tồn tại hay không chỉ lộ ra khi task tải image. Hãy so tag trong thông báo với đề bài, từng chữ số.",
  },
};
