/** Hints, and feedback on mistakes, of lab 05/05, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "stoppedReason nhắc tới dịch vụ nào của AWS, và bảng route của subnet có dòng nào dẫn tới đó không?",
    "Hãy nhìn host name trong thông báo: api.ecr là ecr.api, ...dkr.ecr là ecr.dkr, starport-layer-bucket là s3. Interface endpoint có security group, và quayside connect probe DỊCH_VỤ cho thấy group nào không cho ai vào. Gateway endpoint của s3 là một dòng trong bảng route.",
    "Interface endpoint cho ecr.api, ecr.dkr, secretsmanager và logs với group sg-0eee5555666677778, group này phải cho port 443 vào từ sg-0aaa5555666677778; với s3 là --route-table-ids rtb-0ccc1111222233334. NAT gateway đứng trong subnet-0aaa1111222233334.",
  ],
  mistakes: {
    "no-public-ip":
      "Internet gateway của subnet công khai chỉ phục vụ những interface có địa chỉ công khai, mà task này không có. Giá trị mặc định của API là DISABLED.",
    "public-address-on-ec2":
      "Task trên EC2 không bao giờ có địa chỉ công khai riêng, nên AWS từ chối lời gọi. Hãy bỏ assignPublicIp ra, rồi xem điều đó có nghĩa gì với lối ra.",
    "public-address-in-private-subnet":
      "Task có địa chỉ công khai nhưng chẳng dùng được: bảng route của subnet riêng không có dòng nào dẫn tới internet gateway. Subnet công khai hay không là do route, không phải do địa chỉ.",
    "closed-door":
      "Tên miền đã dẫn tới endpoint, nhưng security group của endpoint không cho ai vào. Nó cần một luật cho port 443 từ những ai gọi: group của các task, hoặc dải địa chỉ của subnet chứa chúng.",
    "without-ecr-api":
      "Có endpoint cho ecr.dkr mà không có cho ecr.api. Trước image là token mở cửa registry, và từ platform version 1.4.0 task xin token qua chính interface của nó.",
    "s3-in-no-table":
      "Endpoint của s3 không nằm trong bảng route nào, nên không gói tin nào đi qua nó. Gateway endpoint chẳng qua là một dòng trong các bảng mà bạn nêu.",
    "s3-in-the-other-table":
      "Endpoint của s3 nằm trong bảng của các subnet công khai. Task đi theo bảng của subnet chứa nó. describe-route-tables cho thấy subnet nào theo bảng nào.",
    "without-logs":
      "Image đã có mà task vẫn không khởi động: log driver mở stream trước khi container chạy. Thông báo nhắc tới log group, nhưng group đó có sẵn. Cái thiếu là đường tới CloudWatch Logs.",
    "nat-in-the-private-subnet":
      "NAT gateway đứng trong subnet riêng nên chính nó cũng không có đường ra internet. Nó phải đứng trong subnet công khai, còn route dẫn tới nó nằm trong bảng riêng.",
    "nat-without-a-route":
      "NAT gateway đã available, nhưng không route nào dẫn tới nó. Bảng route riêng cần một dòng cho 0.0.0.0/0.",
  },
};
