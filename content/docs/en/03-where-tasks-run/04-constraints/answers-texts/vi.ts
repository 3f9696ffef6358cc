/** Hints, and feedback on mistakes, of lab 03/04, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Máy tự nói gì về nó, và điều gì thì bạn phải nói thay nó?",
    "aws ecs list-attributes cho thấy instance mang gì, còn list-container-instances --filter thử một biểu thức trước khi có task phụ thuộc vào nó. Ràng buộc của definition nằm trong placementConstraints, cùng cấp với family. task:group so với nhóm của các task đang chạy trên instance.",
    'Trong api.json: "placementConstraints": [{ "type": "memberOf", "expression": "..." }]. Với probe: --count 5 --placement-constraints type=distinctInstance. Với night: --group night và biểu thức not(task:group == family:api).',
  ],
  mistakes: {
    "one-equals-sign":
      "Ngôn ngữ truy vấn cluster so sánh bằng hai dấu bằng, và AWS từ chối lời gọi trước khi nhìn vào instance nào. Hãy thử biểu thức bằng list-container-instances --filter trước.",
    "only-a-wish":
      "Spread theo loại instance là một chiến lược: nó chia task cho các loại, không cấm loại nào. Muốn chỉ cho phép một loại, bạn cần ràng buộc.",
    "labelled-one":
      "Chỉ một instance mang attribute, nên mọi task của api dồn về đó, và khi nó đầy thì không còn chỗ nào. Attribute thuộc về từng instance; mỗi instance cần một cái riêng.",
    "unknown-target": "Target là container instance: ARN hoặc id của nó, khác với id của EC2 instance bên dưới.",
    "distinct-in-definition":
      "Task definition chỉ chứa được memberOf. distinctInstance phụ thuộc vào nhóm task mà ai đó chạy, nên nó thuộc về RunTask hoặc service.",
    "constraint-only-in-call":
      "Ràng buộc chỉ nằm trong lời gọi. Người tiếp theo chạy api mà quên nó sẽ nhận instance bất kỳ. Nó phải nằm ở đâu để không ai quên được?",
    "spread-instead-of-distinct":
      "Spread chia đều, và khi instance nào cũng có một task, nó cho một instance task thứ hai. Nó không bao giờ bỏ task nào. Muốn thế phải dùng ràng buộc.",
    "wrong-group":
      "Không có nhóm nào tên như vậy, nên instance nào cũng thỏa ràng buộc. Hãy xem group của một task api: nó có tiền tố.",
    "stopped-them":
      "Bạn đã dừng task của api trước khi gỡ attribute. Hãy chạy lại, rồi gỡ attribute trong lúc chúng đang chạy.",
  },
};
