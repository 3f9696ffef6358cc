/** Hints, and feedback on mistakes, of lab 03/06, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Có task nào không? Nếu không, câu trả lời của lời gọi nêu lý do của từng instance. Nếu có, trạng thái của nó cho biết nó đi được tới đâu.",
    "ATTRIBUTE: so requiresAttributes với list-attributes. RESOURCE: so remainingResources. AGENT: agentConnected, rồi systemctl trên máy. Không có instance: ssh vào máy đã được khởi chạy cho nó. Task failed to start: containers[].reason.",
    "report: một driver mà agent công bố, chẳng hạn json-file. gateway: hostPort 0. payments: nginx:1.29. orders: khởi động agent của máy đang im lặng. annex: khởi chạy lại, với --iam-instance-profile Name=ecsInstanceRole.",
  ],
  mistakes: {
    "nobody-there":
      "Cluster không có container instance nào, dù đã có một máy được khởi chạy cho nó. EC2 nói máy đang chạy, vậy hãy hỏi agent: systemctl status ecs ngay trên máy.",
    "wrong-cluster-name":
      "Máy mới có role, nhưng xin vào một cluster không tồn tại. User data của nó nêu tên cluster và chỉ được đọc ở lần boot đầu.",
    "report-again":
      "Không phải thiếu chỗ. Definition đòi một attribute mà không agent nào ở đây công bố. Hãy xem requiresAttributes của definition: một mục trong đó nêu tên log driver.",
    "port-again":
      "Cổng 8080 của máy đó đã thuộc về task khác. Mỗi cổng tĩnh của host chỉ có một trên mỗi máy. Ai đang giữ nó, và gateway có thật sự cần đúng cổng đó không?",
    "orders-again":
      "Hai instance, hai lý do: một máy không đủ 2.600 MiB, máy kia im lặng. Chờ không thay đổi được gì. Máy nào trong hai máy còn chỗ?",
    "smaller-orders":
      "Nó chạy, nhưng trên cái máy vốn không hỏng, và với một phần nhỏ bộ nhớ nó cần. Cái máy im lặng vẫn mất khỏi cluster.",
    "payments-again":
      "Task đã được xếp chỗ, nên không instance nào có lỗi. Nó dừng trước khi chạy; trên EC2, stoppedReason chỉ nói Task failed to start. Chính container nói lý do.",
    "worker-beside":
      "Khi worker cũ vẫn phải chạy, ECS tính phần của nó là đã dùng, và không có phần thứ hai. Hãy dừng worker cũ trước, rồi chạy worker mới trong lúc nó còn đang dừng.",
    "worker-later":
      "Bạn đã chờ tới khi worker cũ STOPPED, nên worker mới gặp một host trống. Hãy làm cùng lúc: dừng, rồi chạy ngay.",
  },
};
