/** Texts of lab 01/06, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Một mẩu ghi chú vẫn còn đó",
  goal: "Trong một task của album, writer ghi /data/note.txt và reader đọc nó, nhưng không tìm thấy. Chạy album như hiện tại, rồi làm cho hai container dùng chung tệp. Sau đó một task của later phải đọc được chính ghi chú ấy, ở Availability Zone kia, us-east-1b. Cũng chạy nó như hiện tại trước, rồi giữ các ghi chú trên EFS file system fs-0a11d4e6b2c357f98. Mọi thứ diễn ra trên Fargate trong cluster default.",
  checks: {
    apart: "Reader không tìm thấy thứ writer đã ghi",
    shared: "Hai container của một task dùng chung tệp",
    gone: "Task chạy sau không tìm thấy tệp",
    kept: "Task chạy sau ở us-east-1b đọc được nó từ EFS",
    exercise: "Tự mình làm: reader của diary tìm thấy ghi chú trên fs-0b22e5f7c3d468a09",
  },
};
