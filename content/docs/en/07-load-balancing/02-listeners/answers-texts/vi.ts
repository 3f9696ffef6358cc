/** Hints, and feedback on mistakes, of lab 07/02, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Listener hỏi các luật theo số, số nhỏ nhất trước, và luật đầu tiên có mọi điều kiện đều khớp thì quyết định. quayside request cho thấy điều đó với bất kỳ request nào.",
    "Các giá trị của một điều kiện là các khả năng, còn nhiều điều kiện thì phải cùng đúng. Luật hẹp cần số nhỏ hơn luật rộng vốn cũng bắt được request ấy.",
    'aws elbv2 create-rule --listener-arn "$LISTENER" --priority 2 --conditions "Field=host-header,Values=docs.example.com" --actions "Type=forward,ForwardConfig={TargetGroups=[{TargetGroupArn=$SHOP,Weight=1},{TargetGroupArn=$API,Weight=1}]}". Điều gì phải đứng trước nó?',
  ],
  mistakes: {
    "no-rule": "Group shop đã có, nhưng không luật nào dẫn tới nó. ECS chỉ nhận một group khi có luật chuyển tới nó.",
    "no-star": "Mẫu /shop/ chỉ là đúng đường dẫn ấy, không gồm gì bên dưới. Dấu sao thay cho mọi thứ có thể theo sau.",
    "same-priority":
      "Mỗi số chỉ được cấp một lần trong một listener. Hãy chọn số còn trống, nhỏ hơn số của luật rộng hơn.",
    "behind-the-wider":
      "Luật rộng hơn có số nhỏ hơn: nó khớp trước, và luật của bạn không bao giờ được hỏi tới. Hãy cho nó một số dưới 20.",
    "host-alone":
      "Hai luật là hai cơ hội: mọi thứ của host này, và những đường dẫn này của mọi host. Cả hai điều kiện phải ở trong một luật.",
    "health-comes-late":
      "Luật cho /health chỉ có ích khi nó được hỏi trước luật nhận cả host, và khi nó dành cho đúng host này.",
  },
};
