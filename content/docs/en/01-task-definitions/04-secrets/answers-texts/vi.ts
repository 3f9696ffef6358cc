/** Hints, and feedback on mistakes, of lab 01/04, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Definition có thể nói giá trị được cất ở đâu, thay vì ghi chính giá trị đó. Vậy ai sẽ đi lấy nó, và lúc nào?",
    "Container có danh sách secrets bên cạnh environment, và repositoryCredentials bên cạnh image. Tất cả được đọc bằng execution role của task, mà role thông thường thì không được đọc secret nào.",
    'Muốn lấy một key của secret, hãy viết ARN:key:: với đủ hai dấu hai chấm ở cuối; tên parameter phải có dấu gạch chéo đầu tiên. "repositoryCredentials": { "credentialsParameter": ARN } giữ thông tin đăng nhập.',
  ],
  mistakes: {
    "written-twice":
      "Container sẽ nhận DB_PASSWORD hai lần, một từ environment và một từ secrets. ECS không chọn giùm: mỗi tên chỉ được nằm trong một trong hai danh sách.",
    "password-left":
      "Secret đã có, nhưng mật khẩu vẫn đọc được ở một chỗ khác trong definition. Hãy tìm theo giá trị, đừng tìm theo tên biến.",
    "secret-by-name":
      "Thông báo nói về SSM parameter, còn bạn muốn một secret. Chỉ ARN của Secrets Manager mới dẫn tới Secrets Manager; tên trơn nào cũng bị coi là parameter.",
    "colons-missing":
      "Sau ARN là ba trường: key, version stage, version ID. Hai trong số đó có thể để trống, nhưng dấu hai chấm của chúng thì không được thiếu.",
    "other-key":
      "Secret đã đọc được, vậy ARN và role đều đúng. Nó là một JSON object, và key bạn nêu không có trong đó. Chữ hoa và chữ thường là khác nhau.",
    "whole-secret":
      "Task chạy, nhưng DB_PASSWORD giờ chứa nguyên cả secret dạng JSON, kể cả dấu ngoặc và tên người dùng. Database sẽ không nhận đó là mật khẩu. Hãy nêu key bạn cần.",
    "slash-missing": "Parameter Store không có tên đó. Tên có dấu gạch chéo thì phải bắt đầu bằng một dấu gạch chéo.",
    "usual-role":
      "Hãy đọc xem ai bị từ chối việc gì: session đó chính là role của task. Managed policy dành cho execution role cho phép pull từ Amazon ECR và ghi log, không cho đọc secret nào cả.",
    "task-role":
      "taskRoleArn dành cho mã bên trong container. Trước khi có mã nào chạy, chính ECS đọc secret, và việc đó dùng execution role.",
    "instance-role":
      "ECS không assume được role này, bất kể nó cho phép gì. Trust policy của nó nêu một dịch vụ khác, hoặc không có role nào như vậy.",
    "no-login":
      "Registry hỏi bạn là ai và không có ai trả lời. Registry ngoài AWS không biết IAM role: nó cần tên đăng nhập và mật khẩu.",
    "other-login":
      "Đã có thông tin đăng nhập, nhưng registry không chấp nhận. Secret nào mới chứa tên đăng nhập và mật khẩu của registry này?",
  },
};
