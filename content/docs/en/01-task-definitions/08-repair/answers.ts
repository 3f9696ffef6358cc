/** Answers of lab 01/08: hints, the solution, other routes, and the mistakes that people make. */
import {
  accepted,
  all,
  defineAnswers,
  edited,
  editJson,
  editText,
  noPublicIp,
  not,
  refused,
  registered,
  registerFile,
  runTask,
  taskStopped,
  text,
  UNTIL_SETTLED,
} from "@quayside/grader";
import { broken, family, file, has80, options, REGISTER, role, secretArn, valueFrom } from "./lab.ts";

const oneComma = broken.replace('"512"\n', '"512",\n');
const bothCommas = oneComma.replace("8080 }]\n", "8080 }],\n");
const colons = bothCommas.replaceAll(" =", ":").replace('"DB_PASSWORD"', '"DB_PASSWORD",');
const parses = colons.replace(/^( +)(\w+) *:/gm, '$1"$2":');

const secrets = [{ name: "DB_PASSWORD", valueFrom }];
const web = {
  name: "web",
  image: "public.ecr.aws/nginx/nginx:1.29",
  essential: true,
  portMappings: [{ containerPort: 80 }],
  secrets,
  logConfiguration: { logDriver: "awslogs", options },
};
const complete = {
  family,
  executionRoleArn: role,
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [web],
};
// What is undefined is left out of the JSON.
const withoutRole = { ...complete, executionRoleArn: undefined };
const withoutSecret = { ...web, secrets: undefined };
const withoutLogs = { ...web, logConfiguration: undefined };
const withoutRegion = { ...options, "awslogs-region": undefined };
const withoutPrefix = { ...options, "awslogs-stream-prefix": undefined };
const withContainer = (container: object) => ({ ...complete, containerDefinitions: [container] });

interface Fields {
  readonly secrets?: unknown;
  readonly cpu?: unknown;
  readonly containerDefinitions?: readonly Fields[];
  readonly executionRoleArn?: unknown;
  readonly logConfiguration?: unknown;
  readonly environment?: readonly { readonly name?: string }[];
}
const isMisplaced = (json: unknown) => {
  const { secrets: atTask, cpu, containerDefinitions: containers } = json as Fields;
  return atTask !== undefined || typeof cpu === "number" || containers?.[0]?.executionRoleArn !== undefined;
};
const firstContainer = (input: Fields) => input.containerDefinitions?.[0] ?? {};
const isPassword = ({ name }: { readonly name?: string }) => name === "DB_PASSWORD";
const isWithoutPassword = ({ secrets: inContainer, environment = [] }: Fields) =>
  inContainer === undefined && !environment.some(isPassword);
const register = (definition: object) => [editJson(file, definition), registerFile(file)];

export default defineAnswers({
  hints: [
    text(
      "Who wrote the message in front of you: the JSON parser, the AWS CLI, ECS, or a task that did not start? Each of them sees only what got past the one before.",
      "Ai viết ra thông báo trước mặt bạn: bộ đọc JSON, AWS CLI, ECS, hay một task không khởi động được? Mỗi bên chỉ thấy những gì đã lọt qua bên trước nó.",
    ),
    text(
      "A place where the parser stops is the place where it noticed something; look just before it. For an unknown parameter, ask on which level the field belongs: the task or the container.",
      "Chỗ bộ đọc dừng lại là chỗ nó phát hiện ra; hãy nhìn ngay phía trước. Với một parameter không được biết, hãy hỏi trường đó thuộc mức nào: task hay container.",
    ),
    text(
      "At the task level: executionRoleArn, and cpu as a string. In the container: secrets as JSON, no hostPort, and awslogs-region beside the other log options. When the task does not start, compare the image with the goal.",
      "Ở mức task: executionRoleArn, và cpu dạng chuỗi. Trong container: secrets viết bằng JSON, không có hostPort, và awslogs-region bên cạnh các option log khác. Khi task không khởi động, hãy so image với đề bài.",
    ),
  ],
  solution: [...register(complete), runTask({ family }), UNTIL_SETTLED],
  routes: [
    [
      ...register({
        ...complete,
        cpu: ".25 vCPU",
        memory: "0.5 GB",
        containerDefinitions: [{ ...web, image: "nginx:1.29", portMappings: [{ containerPort: 80, hostPort: 80 }] }],
      }),
      runTask({ family, network: "private" }),
      UNTIL_SETTLED,
    ],
    [
      ...register(withContainer(withoutSecret)),
      ...register({
        ...complete,
        containerDefinitions: [{ ...web, secrets: [{ name: "DB_PASSWORD", valueFrom: secretArn }] }],
      }),
      runTask({ family: `${family}:2`, count: 2 }),
      { advanceMs: 60_000 },
    ],
  ],
  mistakes: [
    {
      id: "only-commas",
      commands: [
        registerFile(file),
        editText(file, oneComma),
        registerFile(file),
        editText(file, bothCommas),
        registerFile(file),
      ],
      fails: "sent",
      seen: edited(file, ({ json, text: content }) => json === undefined && content.includes("secrets =")),
      feedback: text(
        "The commas are one thing; the end of the file is no JSON at all. An equals sign and names without quotes are the language of Terraform.",
        "Dấu phẩy là một chuyện; phần cuối tệp thì hoàn toàn không phải JSON. Dấu bằng và tên không có dấu nháy là ngôn ngữ của Terraform.",
      ),
    },
    {
      id: "names-without-quotes",
      commands: [editText(file, colons), registerFile(file)],
      fails: "sent",
      seen: edited(file, ({ json, text: content }) => json === undefined && !content.includes("secrets =")),
      feedback: text(
        "The file is still no JSON. Every name stands in double quotes, a colon follows it, and between two members there is a comma.",
        "Tệp vẫn chưa phải JSON. Mỗi tên nằm trong dấu nháy kép, theo sau là dấu hai chấm, và giữa hai thành phần có dấu phẩy.",
      ),
    },
    {
      id: "fields-out-of-place",
      commands: [editText(file, parses), registerFile(file)],
      fails: "sent",
      seen: edited(file, ({ json }) => json !== undefined && isMisplaced(json)),
      feedback: text(
        "It is JSON now, but the AWS CLI knows the shape of the request and sends nothing that does not fit. It lists everything at once: which field stands where it does not belong, and which value has the wrong type.",
        "Giờ nó đã là JSON, nhưng AWS CLI biết hình dạng của request và không gửi đi thứ gì không khớp. Nó liệt kê tất cả một lượt: trường nào nằm sai chỗ, giá trị nào sai kiểu.",
      ),
    },
    {
      id: "host-port-kept",
      commands: register(withContainer({ ...web, portMappings: [{ containerPort: 80, hostPort: 8080 }] })),
      fails: "port",
      seen: refused({ operation: REGISTER, id: "awsvpc-hostport" }),
      feedback: text(
        "With awsvpc the task has an address of its own, and there is no host whose port could be another one. What does the mapping say besides the port of the container?",
        "Với awsvpc, task có địa chỉ riêng, không có host nào để dùng một cổng khác. Ngoài cổng của container, port mapping còn nói gì?",
      ),
    },
    {
      id: "port-changed",
      commands: register(withContainer({ ...web, portMappings: [{ containerPort: 8080, hostPort: 8080 }] })),
      fails: "port",
      seen: all(registered({ family }), not(registered({ family, where: [has80] }))),
      feedback: text(
        "The two numbers match now, and ECS is content, but nginx listens on 80. A message is satisfied with any repair; only you know which one is right.",
        "Hai con số đã khớp và ECS hài lòng, nhưng nginx lắng nghe ở 80. Sửa kiểu nào cũng làm thông báo biến mất; chỉ bạn biết kiểu nào đúng.",
      ),
    },
    {
      id: "no-region",
      commands: register(withContainer({ ...web, logConfiguration: { logDriver: "awslogs", options: withoutRegion } })),
      fails: "logs",
      seen: refused({ operation: REGISTER, id: "log-req" }),
      feedback: text(
        "The driver awslogs must know in which Region the log group is, even when it is the Region in which the task runs. The message names the option that is missing.",
        "Driver awslogs phải biết log group nằm ở Region nào, kể cả khi đó là Region mà task đang chạy. Thông báo nêu tên option còn thiếu.",
      ),
    },
    {
      id: "no-prefix",
      commands: register(withContainer({ ...web, logConfiguration: { logDriver: "awslogs", options: withoutPrefix } })),
      fails: "logs",
      seen: refused({ operation: REGISTER, id: "fargate-streamprefix" }),
      feedback: text(
        "The prefix is optional on EC2 and required on Fargate: without it nobody could tell from the name of a stream which container wrote it.",
        "Prefix là tùy chọn trên EC2 và bắt buộc trên Fargate: thiếu nó thì nhìn tên stream không ai biết container nào đã ghi.",
      ),
    },
    {
      id: "logs-deleted",
      commands: register(withContainer(withoutLogs)),
      fails: "logs",
      seen: accepted({ operation: REGISTER, input: (input) => firstContainer(input).logConfiguration === undefined }),
      feedback: text(
        "The definition was accepted because nothing is left that could be wrong. On Fargate a container without a log configuration leaves no log that you could read.",
        "Definition được chấp nhận vì chẳng còn gì để sai. Trên Fargate, container không có logConfiguration thì không để lại log nào cho bạn đọc.",
      ),
    },
    {
      id: "task-role-instead",
      commands: register({ ...withoutRole, taskRoleArn: role }),
      fails: "role",
      seen: refused({
        operation: REGISTER,
        id: "secret-role",
        input: (input) => input.taskRoleArn !== undefined,
      }),
      feedback: text(
        "That is the other role. The task role is for the code inside the container; pulling the image, fetching the secret and writing the log are done by ECS, with the execution role.",
        "Đó là role kia. Task role dành cho mã bên trong container; còn tải image, lấy secret và ghi log là việc ECS làm, bằng execution role.",
      ),
    },
    {
      id: "role-deleted",
      commands: register(withoutRole),
      fails: "role",
      seen: refused({ operation: REGISTER, id: "secret-role" }),
      feedback: text(
        "The AWS CLI said that the role is unknown in a container. It did not say that nobody needs it: ask who fetches the secret and with which permission.",
        "AWS CLI nói rằng container không có trường role này. Nó không nói là chẳng ai cần: hãy hỏi ai đi lấy secret và bằng quyền nào.",
      ),
    },
    {
      id: "password-in-the-open",
      commands: register(
        withContainer({ ...withoutSecret, environment: [{ name: "DB_PASSWORD", value: "correct horse" }] }),
      ),
      fails: "secret",
      seen: accepted({
        operation: REGISTER,
        input: (input) => firstContainer(input).environment?.some(isPassword) === true,
      }),
      feedback: text(
        "Now the password stands in the definition, readable for everybody who may describe it, and revisions stay readable. A secret holds only the place where the value is kept.",
        "Bây giờ mật khẩu nằm ngay trong definition, ai có quyền xem definition đều đọc được, mà revision thì còn đọc được mãi. Secret chỉ ghi nơi cất giá trị.",
      ),
    },
    {
      id: "secret-deleted",
      commands: register(withContainer(withoutSecret)),
      fails: "secret",
      seen: accepted({ operation: REGISTER, input: (input) => isWithoutPassword(firstContainer(input)) }),
      feedback: text(
        "The message is gone, and so is the password: the container would start without DB_PASSWORD, or with another one. Secrets belong to a container; move them there.",
        "Thông báo đã hết, và mật khẩu cũng mất theo: container sẽ khởi động mà không có DB_PASSWORD, hoặc có một giá trị khác. Secret thuộc về container; hãy chuyển nó vào đó.",
      ),
    },
    {
      id: "image-of-the-notes",
      commands: [
        ...register(withContainer({ ...web, image: "public.ecr.aws/nginx/nginx:1.92" })),
        runTask({ family }),
        UNTIL_SETTLED,
      ],
      fails: "running",
      seen: taskStopped({ family, started: false, why: "pull.not-found" }),
      feedback: text(
        "No check of the definition looks into the registry: whether the tag exists shows only when a task pulls it. Compare the tag in the message with the goal, digit by digit.",
        "Không bước kiểm tra definition nào nhìn vào registry: tag có tồn tại hay không chỉ lộ ra khi task tải image. Hãy so tag trong thông báo với đề bài, từng chữ số.",
      ),
    },
    noPublicIp({ fails: "running", family, before: register(complete) }),
  ],
});
