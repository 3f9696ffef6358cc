/** Answers of lab 01/05: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  defineAnswers,
  editJson,
  hasContainer,
  noPublicIp,
  not,
  refused,
  registered,
  registerFile,
  runTask,
  taskHasLogStream,
  taskStopped,
  text,
  UNTIL_SETTLED,
} from "@quayside/grader";
import { define, family, file, group, logged, options, usual, worked } from "./lab.ts";

const bucket = { environment: [{ name: "REPORT_BUCKET", value: "shop-reports" }] };
const logsTo = (more: object = {}) => ({
  logConfiguration: { logDriver: "awslogs", options: { ...options, ...more } },
});
const run = [runTask({ family }), UNTIL_SETTLED];
const register = (definition: object) => [editJson(file, definition), registerFile(file)];
const createGroup = { aws: `aws logs create-log-group --log-group-name ${group}` };
const elsewhere = hasContainer({ logDriver: "awslogs", logOptions: { "awslogs-region": "eu-west-1" } });
const REGISTER = "RegisterTaskDefinition";

/** Whether a registration names this driver. */
function usesDriver(driver: string) {
  return (input: Readonly<Record<string, unknown>>) => JSON.stringify(input).includes(`"logDriver":"${driver}"`);
}

export default defineAnswers({
  hints: [
    text(
      "Where does the output of a program go when nobody has said where? And who, outside of the container, would have to carry it away?",
      "Khi không ai chỉ định, những gì chương trình in ra sẽ đi đâu? Và ai, ở bên ngoài container, phải mang nó đi?",
    ),
    text(
      "The container needs logConfiguration with logDriver and three options; the definition needs an execution role; the log group must exist when the container is made. When a task stops before it ran, stoppedReason says which of these is missing.",
      "Container cần logConfiguration với logDriver và ba option; definition cần execution role; log group phải tồn tại khi container được tạo. Khi task dừng trước khi chạy, stoppedReason cho biết còn thiếu thứ nào.",
    ),
    text(
      `Create ${group} with aws logs create-log-group. Run the job, then look into its stream with aws logs get-log-events or in the inspector, under Logs. The last line names an environment variable.`,
      `Tạo ${group} bằng aws logs create-log-group. Chạy job rồi xem stream của nó bằng aws logs get-log-events hoặc trong inspector, thẻ Log. Dòng cuối nêu tên một biến môi trường.`,
    ),
  ],
  solution: [
    ...run,
    createGroup,
    ...register(define(logsTo(), usual)),
    ...run,
    {
      aws: `aws logs get-log-events --log-group-name ${group} --log-stream-name $(aws logs describe-log-streams --log-group-name ${group} --query "logStreams[0].logStreamName" --output text)`,
    },
    ...register(define({ ...logsTo(), ...bucket }, usual)),
    ...run,
  ],
  routes: [
    [
      ...register(define(logsTo({ "awslogs-create-group": "true" }), "loggingExecutionRole")),
      ...run,
      ...register(define({ ...logsTo({ "awslogs-create-group": "true" }), ...bucket }, "loggingExecutionRole")),
      ...run,
    ],
    [
      createGroup,
      { aws: `aws logs put-retention-policy --log-group-name ${group} --retention-in-days 30` },
      ...register(define(logsTo({ mode: "non-blocking", "max-buffer-size": "25m" }), usual)),
      runTask({ family, network: "private" }),
      UNTIL_SETTLED,
      runTask({ family, network: "private", overrides: { containerOverrides: [{ name: "report", ...bucket }] } }),
      UNTIL_SETTLED,
    ],
  ],
  mistakes: [
    {
      id: "no-execution-role",
      commands: register(define(logsTo())),
      fails: "configured",
      seen: refused({ operation: REGISTER, id: "fargate-role-logs" }),
      feedback: text(
        "Somebody must have the right to write into the log group, and it is not your program: the driver works outside of the container. Which role acts for a task before and around its containers?",
        "Phải có ai đó được quyền ghi vào log group, và đó không phải chương trình của bạn: driver làm việc bên ngoài container. Role nào hành động thay task ở trước và xung quanh các container?",
      ),
    },
    {
      id: "no-prefix",
      commands: register(define(logsTo({ "awslogs-stream-prefix": undefined }), usual)),
      fails: "configured",
      seen: refused({ operation: REGISTER, id: "fargate-streamprefix" }),
      feedback: text(
        "On Fargate the prefix is the first part of the stream's name, and it is required. Without it nobody could tell from the name which container of which task was speaking.",
        "Trên Fargate, prefix là phần đầu trong tên của stream và bắt buộc phải có. Thiếu nó, nhìn tên sẽ không biết container nào của task nào đang nói.",
      ),
    },
    {
      id: "driver-of-docker",
      commands: register(define({ logConfiguration: { logDriver: "json-file" } }, usual)),
      fails: "configured",
      seen: refused({ operation: REGISTER, id: ["fargate-logdriver", "log-driver"], input: usesDriver("json-file") }),
      feedback: text(
        "json-file keeps the lines on the disk of the host, where docker logs finds them. On Fargate there is no host that you could log in to, so only drivers that send the lines away are allowed.",
        "json-file giữ các dòng log trên đĩa của host, nơi docker logs đọc được. Trên Fargate không có host nào để bạn đăng nhập, nên chỉ dùng được những driver gửi log đi nơi khác.",
      ),
    },
    {
      id: "create-group-false",
      commands: register(define(logsTo({ "awslogs-create-group": "false" }), usual)),
      fails: "configured",
      seen: refused({ operation: REGISTER, id: "log-create" }),
      feedback: text(
        'This option has one value, the text "true". If the group shall not be created, leave the option out.',
        'Option này chỉ có một giá trị là chuỗi "true". Nếu không muốn tạo group, hãy bỏ option đi.',
      ),
    },
    {
      id: "other-region",
      commands: [createGroup, ...register(define(logsTo({ "awslogs-region": "eu-west-1" }), usual)), ...run],
      fails: "configured",
      seen: registered({ family, where: [elsewhere] }),
      feedback: text(
        "The driver looks for the group in the Region of awslogs-region, wherever the task runs. A log group exists in one Region only.",
        "Driver tìm group ở Region ghi trong awslogs-region, bất kể task chạy ở đâu. Mỗi log group chỉ tồn tại trong một Region.",
      ),
    },
    {
      id: "no-group",
      commands: [...register(define(logsTo(), usual)), ...run],
      fails: "stream",
      seen: all(
        taskStopped({ family, started: false, why: "logs.no-group", definition: [logged] }),
        not(taskHasLogStream({ family })),
      ),
      feedback: text(
        "The task stopped before its container ran, because the log group does not exist. Registering does not look for it; the driver does, when the container is about to be made. Create the group, or let the driver create it.",
        "Task dừng trước khi container chạy vì log group không tồn tại. Khi đăng ký, ECS không tìm group; driver mới tìm, lúc container sắp được tạo. Hãy tạo group, hoặc để driver tạo.",
      ),
    },
    {
      id: "create-group-denied",
      commands: [...register(define(logsTo({ "awslogs-create-group": "true" }), usual)), ...run],
      fails: "stream",
      seen: taskStopped({ family, started: false, why: "logs.group-denied" }),
      feedback: text(
        "The option asks the driver to create the group, and the driver asks with the execution role. The managed policy AmazonECSTaskExecutionRolePolicy allows streams and events, but not groups. Use a role that may, or create the group yourself.",
        "Option này bảo driver tạo group, và driver dùng execution role để xin. Managed policy AmazonECSTaskExecutionRolePolicy cho phép tạo stream và ghi event, nhưng không cho tạo group. Hãy dùng role được phép, hoặc tự tạo group.",
      ),
    },
    {
      id: "log-not-read",
      commands: [createGroup, ...register(define(logsTo(), usual)), ...run],
      fails: "worked",
      seen: all(taskStopped({ family, exitCode: 1, definition: [logged] }), not(worked)),
      feedback: text(
        "The log is there and the job still fails. Read the last line of the stream: it names what the program looks for and does not find.",
        "Đã có log mà job vẫn lỗi. Hãy đọc dòng cuối của stream: nó nêu tên thứ mà chương trình tìm không thấy.",
      ),
    },
    noPublicIp({ fails: "silent", family }),
  ],
});
