/** Hints, and feedback on mistakes, of lab 05/03, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Nếu container không có mạng riêng, thì port 80 đó là của ai?",
    "quayside connect nhận container instance ở cả hai đầu. Với localhost, hãy nêu container gọi: quayside connect probe localhost:PORT. Introspection của agent nghe ở 51678.",
    "aws ecs run-task --task-definition web --launch-type EC2, một lần, lần nữa, rồi thêm lần nữa; probe phải nằm cạnh một bản web, mà máy nào cũng có một bản.",
  ],
  mistakes: {
    "from-the-internet":
      "Máy nằm trong subnet riêng, nên internet không thể mở kết nối tới. Chế độ host không thay đổi điều đó. Hãy gọi từ máy kia.",
    "dynamic-port": "Port động là của chế độ bridge. Ở đây không có gì được ánh xạ: nginx nghe ở port nào?",
    "with-a-subnet":
      "Ở chế độ host, task không có interface nên không có subnet nào để chọn. Hãy bỏ network configuration.",
    "only-one": "Mới có một bản chạy. Máy thứ hai cũng có port 80.",
    "two-fit": "Hai bản trên hai máy: giờ cả hai port 80 đều đã bị chiếm. Hãy yêu cầu thêm một bản.",
    "nobody-there":
      "localhost chính là cái máy, mà trên máy này không ai nghe ở port 80. Hãy chạy web cạnh probe trước.",
    "sealed-itself":
      "localhost là thứ duy nhất mà cả container bị niêm phong cũng có, và không ai nghe ở đó. Hãy thử gọi tới người khác.",
  },
};
