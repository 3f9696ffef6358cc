/** Everything that the terminal itself says, in Vietnamese. What `aws` prints is AWS's, in English. */
import type { TerminalTexts } from "./en.ts";

export const vi: TerminalTexts = {
  terminal: "Terminal",
  log: "Các lệnh và kết quả",
  input: "Lệnh",
  placeholder: "aws ecs …",
  welcome: "AWS CLI, nối với đám mây mô phỏng của bài lab này. Gõ help, hoặc nhấn Tab để hoàn tất lệnh.",
  running: "đang chạy …",
  exit: (code) => `mã thoát ${code}`,
  errorOutput: "Lỗi",
  copy: "Chép",
  copied: "Đã chép",
  showAll: (lines) => `Hiện thêm ${lines} dòng`,
  showLess: "Thu gọn",
  took: (seconds) => `mất ${seconds} giây mô phỏng`,
  simulatedTime: "thời gian mô phỏng",
  completions: "Gợi ý",
  optionCount: (count) => `${count} gợi ý`,
  noCompletions: "Không có gợi ý",
  tabCompletes: "Tab hoàn tất lệnh · Esc hai lần: Tab rời đi · ↑ lệnh trước",
  tabLeaves: "Tab rời terminal",
  goesOn: "Lệnh chưa kết thúc: đóng dấu nháy hoặc gõ nốt dòng. Ctrl+C để bỏ.",
  complete: "Hoàn tất",
  shortcuts: "Lệnh thường dùng",
  notFound: (command) =>
    `${command}: không tìm thấy lệnh\nCó sẵn: aws ecs …, aws ec2 …, aws logs …, cat, clear, date, docker push, echo, help, history, ls, quayside connect, quayside image, quayside traffic, ssh`,
  noShell: (syntax) => `Terminal này chạy từng lệnh một: “${syntax}” cần shell thật. Để lọc, hãy thử --query.`,
  noFile: "Không có tệp này trong trình soạn thảo",
  catWhat: "cat: hãy nêu tên tệp; ls liệt kê các tệp",
  notReady: "Bài lab chưa sẵn sàng.",
  partFailed: "Không tải được bộ dòng lệnh. Hãy kiểm tra kết nối rồi chạy lại.",
  broke: (message) => `Terminal gặp lỗi với lệnh này, do chúng tôi: ${message}`,
  tooLong: "Lệnh dài hơn 100.000 ký tự nên không được chạy.",
  didYouMean: "Ý bạn là",
  whatThisMeans: "Nghĩa là:",
  help: `aws ecs THAO-TÁC …                         mọi thao tác ECS, như với AWS CLI
aws ecs help                               có những gì; aws ecs run-task help cho từng thao tác
aws logs THAO-TÁC …                        log group, log stream và nội dung của chúng
aws ec2 THAO-TÁC …                         instance, security group, route, NAT gateway, endpoint
  --cli-input-json file://webserver.json   lấy đầu vào từ tệp trong trình soạn thảo
  --query BIỂU-THỨC                        một phần của câu trả lời (JMESPath)
  --output json|table|text|yaml
aws ecs wait tasks-running                 cho thời gian mô phỏng trôi đến khi đạt; services-stable cho service
docker push IMAGE                          ai đó đẩy lên một bản build mới dưới một tag (image quayside/…)
quayside connect A B:80                    gói tin có đi được từ A đến B không, và điều gì chặn nó?
quayside traffic BALANCER --rate 50        client gửi request; quayside traffic: chúng ra sao
quayside image IMAGE                       một image ở đây chưa biết là có thật: quay.io/acme/api:1 --like nginx --port 8080
ssh ec2-user@i-…                           vào một container instance: docker ps, docker logs, docker stop …

TÊN=$(aws … --output text)                 giữ lại những gì một lệnh in ra; "$TÊN" ở các dòng sau thay cho nó
ls                                         các tệp trong trình soạn thảo
cat TỆP                                    nội dung một tệp
date                                       thời gian mô phỏng
history                                    các lệnh trước (↑ và ↓ gọi lại)
clear                                      xóa màn hình (Ctrl+L)

Tab hoàn tất lệnh. Dòng kết thúc bằng \\ sẽ nối tiếp.
`,
};
