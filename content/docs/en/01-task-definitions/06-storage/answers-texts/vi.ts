/** Hints, and feedback on mistakes, of lab 01/06, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Với mỗi chỗ mà một tệp có thể nằm, hãy hỏi khi nào nó mất: cùng container, cùng task, hay không mất?",
    "Volume có hai nửa. Task đặt tên cho nó, trong volumes; mỗi container muốn dùng thì nói gắn vào đâu, trong mountPoints. Volume thuộc loại nào chỉ nằm ở nửa thứ nhất.",
    "Cho cả hai container của album một mount point ở /data, và cho task một volume cùng tên, không kèm gì khác. Sau đó thêm efsVolumeConfiguration với fileSystemId fs-0a11d4e6b2c357f98 vào volume đó của cả hai definition; chạy lại album trước later.",
  ],
  mistakes: {
    "volume-without-mount":
      "Chỉ writer có mount point. Volume thuộc về task, nhưng mỗi container tự quyết định có thấy nó hay không và ở đâu; reader vẫn tìm trong lớp riêng của nó.",
    "mount-without-volume":
      "Mount point nhắc tới volume bằng tên, mà task không có volume nào tên như vậy. Volumes nằm bên cạnh containerDefinitions, không nằm bên trong.",
    "path-of-the-host":
      "sourcePath chỉ một thư mục của instance, mà trên Fargate instance không phải của bạn. Bỏ host đi, task sẽ có một volume rỗng của riêng nó.",
    "efs-in-one-task":
      "Task chạy sau tìm trong file system, nhưng chưa ai ghi gì vào đó: album vẫn dùng volume riêng, và volume ấy đã mất cùng nó.",
    "no-mount-target":
      "Không phân giải được tên của file system ở zone đó. Hoặc ID sai, hoặc file system không có mount target ở đấy: task tới EFS qua mount target trong chính Availability Zone của nó.",
    "iam-without-encryption":
      "Với IAM authorization, task chứng minh nó là ai, và EFS chỉ chấp nhận điều đó qua kết nối mã hóa. Hãy đặt transitEncryption thành ENABLED.",
    "iam-without-rights":
      "`iam` gắn bằng quyền của **task role**, không phải của execution role. Ở đây không ai được phép gắn: hãy cho definition `filesTaskRole` làm `taskRoleArn`, hoặc bỏ `authorizationConfig`.",
    "same-zone":
      "Chạy được, nhưng ở đúng zone đã ghi ghi chú. Hãy dùng một subnet của us-east-1b cho task chạy sau: file system cũng có mount target ở đó.",
  },
};
