/** Hints, and feedback on mistakes, of lab 07/01, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Ba thứ đứng nối nhau: một listener của load balancer, một target group mà luật của listener nêu tên, và một service nêu tên group ấy. Hãy tạo theo đúng thứ tự này.",
    "Loại của group không đổi được về sau. Task có interface riêng (awsvpc) cần ip, task dùng mạng của máy (bridge, host) cần instance.",
    'aws ecs create-service ... --load-balancers "targetGroupArn=$WEB,containerName=web,containerPort=80": container và port như trong task definition, không phải port của listener. Với clock: một group loại instance, một listener ở port 9090, --launch-type EC2.',
  ],
  mistakes: {
    "usual-type":
      "Không có --target-type thì group là loại instance. Task trên Fargate không nằm trên instance nào của bạn; group của nó phải là loại ip, mà loại thì không đổi được: hãy tạo group khác.",
    "no-listener":
      "Không gì dẫn tới group này. ECS chỉ nhận một group khi có listener hoặc luật của một load balancer chuyển tới nó.",
    "other-container":
      "containerName là một cái tên trong task definition, mà ở đó không container nào tên như vậy. Image là chuyện khác.",
    "port-of-the-door":
      "containerPort là nơi container nghe, như port mapping của nó ghi. Port của listener không liên quan ở đây.",
    "only-run":
      "RunTask không biết load balancer: không tùy chọn nào của nó nêu tên target group. Chỉ service đăng ký task của mình.",
    "by-hand":
      "Ai đó đã đăng ký một địa chỉ bằng tay. Nó ở lại trong group dù ở đó có ai trả lời hay không, và ECS sẽ không bao giờ gỡ nó ra.",
    "addresses-for-machines":
      "Task ở chế độ bridge không có địa chỉ riêng. Target của nó là cái máy và một port của máy, nên cần group loại instance.",
    "host-is-no-address": "Ở chế độ host, container dùng mạng của máy. Target là cái máy: loại instance.",
  },
};
