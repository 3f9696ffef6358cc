/** Everything that the terminal itself says, in every language of the course. What `aws` prints is AWS's, in English. */
export interface TerminalTexts {
  readonly terminal: string;
  readonly log: string;
  readonly input: string;
  readonly placeholder: string;
  readonly welcome: string;
  readonly running: string;
  readonly exit: (code: number) => string;
  readonly errorOutput: string;
  readonly copy: string;
  readonly copied: string;
  readonly showAll: (lines: number) => string;
  readonly showLess: string;
  readonly took: (seconds: string) => string;
  readonly simulatedTime: string;
  readonly completions: string;
  readonly optionCount: (count: number) => string;
  readonly noCompletions: string;
  readonly tabCompletes: string;
  readonly tabLeaves: string;
  readonly goesOn: string;
  readonly complete: string;
  readonly shortcuts: string;
  readonly notFound: (command: string) => string;
  readonly noShell: (syntax: string) => string;
  readonly noFile: string;
  readonly catWhat: string;
  readonly notReady: string;
  readonly partFailed: string;
  readonly broke: (message: string) => string;
  readonly tooLong: string;
  readonly help: string;
}

const en: TerminalTexts = {
  terminal: "Terminal",
  log: "Commands and their output",
  input: "Command",
  placeholder: "aws ecs …",
  welcome: "The AWS CLI, connected to the simulated cloud of this lab. Type help, or press Tab to complete.",
  running: "running …",
  exit: (code) => `exit ${code}`,
  errorOutput: "Error",
  copy: "Copy",
  copied: "Copied",
  showAll: (lines) => `Show ${lines} more lines`,
  showLess: "Show less",
  took: (seconds) => `took ${seconds} s of simulated time`,
  simulatedTime: "simulated time",
  completions: "Completions",
  optionCount: (count) => (count === 1 ? "1 completion" : `${count} completions`),
  noCompletions: "No completions",
  tabCompletes: "Tab completes · Esc twice: Tab leaves · ↑ earlier commands",
  tabLeaves: "Tab leaves the terminal",
  goesOn: "The command goes on: close the quote or finish the line. Ctrl+C drops it.",
  complete: "Complete",
  shortcuts: "Common commands",
  notFound: (command) =>
    `${command}: command not found\nThere is: aws ecs …, aws ec2 …, aws logs …, cat, clear, date, docker push, help, history, ls, quayside connect, ssh`,
  noShell: (syntax) =>
    `This terminal runs one command at a time: “${syntax}” needs a real shell. For filters try --query.`,
  noFile: "No such file in the editor",
  catWhat: "cat: name a file; ls lists them",
  notReady: "The lab is not ready yet.",
  partFailed: "The command line could not be loaded. Check the connection and run the command again.",
  broke: (message) => `The terminal failed on this command, which is our mistake: ${message}`,
  tooLong: "This command is longer than 100,000 characters and was not run.",
  help: `aws ecs OPERATION …        any ECS operation, as with the AWS CLI
aws ecs help               what there is; aws ecs run-task help for one of them
aws logs OPERATION …       log groups, log streams and what is in them
aws ec2 OPERATION …        instances, security groups, routes, NAT gateways, endpoints
  --cli-input-json file://webserver.json   input from a file of the editor
  --query EXPRESSION       a part of the answer (JMESPath)
  --output json|table|text|yaml
aws ecs wait tasks-running  lets simulated time pass until it is so
docker push IMAGE          somebody pushes a new build under a tag (images quayside/…)
quayside connect A B:80    does a packet get from A to B, and what stops it?
ssh ec2-user@i-…           onto a container instance: docker ps, docker logs, docker stop …

ls                         files of the editor
cat FILE                   what is in one
date                       the simulated time
history                    earlier commands (↑ and ↓ bring them back)
clear                      an empty screen (Ctrl+L)

Tab completes. A line that ends with \\ goes on.
`,
};

const vi: TerminalTexts = {
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
    `${command}: không tìm thấy lệnh\nCó sẵn: aws ecs …, aws ec2 …, aws logs …, cat, clear, date, docker push, help, history, ls, quayside connect, ssh`,
  noShell: (syntax) => `Terminal này chạy từng lệnh một: “${syntax}” cần shell thật. Để lọc, hãy thử --query.`,
  noFile: "Không có tệp này trong trình soạn thảo",
  catWhat: "cat: hãy nêu tên tệp; ls liệt kê các tệp",
  notReady: "Bài lab chưa sẵn sàng.",
  partFailed: "Không tải được bộ dòng lệnh. Hãy kiểm tra kết nối rồi chạy lại.",
  broke: (message) => `Terminal gặp lỗi với lệnh này, do chúng tôi: ${message}`,
  tooLong: "Lệnh dài hơn 100.000 ký tự nên không được chạy.",
  help: `aws ecs THAO-TÁC …         mọi thao tác ECS, như với AWS CLI
aws ecs help               có những gì; aws ecs run-task help cho từng thao tác
aws logs THAO-TÁC …        log group, log stream và nội dung của chúng
aws ec2 THAO-TÁC …         instance, security group, route, NAT gateway, endpoint
  --cli-input-json file://webserver.json   lấy đầu vào từ tệp trong trình soạn thảo
  --query BIỂU-THỨC        một phần của câu trả lời (JMESPath)
  --output json|table|text|yaml
aws ecs wait tasks-running  cho thời gian mô phỏng trôi đến khi đạt
docker push IMAGE          ai đó đẩy lên một bản build mới dưới một tag (image quayside/…)
quayside connect A B:80    gói tin có đi được từ A đến B không, và điều gì chặn nó?
ssh ec2-user@i-…           vào một container instance: docker ps, docker logs, docker stop …

ls                         các tệp trong trình soạn thảo
cat TỆP                    nội dung một tệp
date                       thời gian mô phỏng
history                    các lệnh trước (↑ và ↓ gọi lại)
clear                      xóa màn hình (Ctrl+L)

Tab hoàn tất lệnh. Dòng kết thúc bằng \\ sẽ nối tiếp.
`,
};

/** The table for a language tag (`vi`, `vi-VN`); English for every other. */
export function terminalTexts(lang: string): TerminalTexts {
  return lang.toLowerCase().startsWith("vi") ? vi : en;
}
