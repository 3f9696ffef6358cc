/** Answers of lab 01/04: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  defineAnswers,
  editJson,
  field,
  hasContainer,
  noPublicIp,
  not,
  refused,
  registered,
  registerFile,
  runTask,
  taskReached,
  taskStopped,
  text,
  UNTIL_SETTLED,
  type Why,
} from "@quayside/grader";
import {
  type Api,
  database,
  define,
  family,
  file,
  hasSecret,
  isClean,
  leaked,
  levelArn,
  metricsImage,
  password,
  plain,
  registry,
  role,
  user,
} from "./lab.ts";

const from = (name: string, valueFrom: string) => ({ name, valueFrom });
const dbPassword = from("DB_PASSWORD", `${database}:password::`);
const logLevel = from("LOG_LEVEL", "/shop/log-level");
const metrics = {
  name: "metrics",
  image: `${metricsImage}:2.3`,
  repositoryCredentials: { credentialsParameter: registry },
};
const bothRead: Api = { environment: [user], secrets: [dbPassword, logLevel] };
const complete = define("shopExecutionRole", bothRead, metrics);
const shopWith = (...secrets: readonly object[]) => define("shopExecutionRole", { environment: [user], secrets });
const register = (definition: object) => [editJson(file, definition), registerFile(file)];
const registerAndRun = (definition: object) => [...register(definition), runTask({ family }), UNTIL_SETTLED];
const usesMetrics = hasContainer({ repository: metricsImage });
const failed = (why: Why, reason?: string) =>
  taskStopped({ family, started: false, why, ...(reason !== undefined && { reason }) });
const denied = failed(["secret.denied", "login.denied"]);

export default defineAnswers({
  hints: [
    text(
      "The definition may say where a value is kept, instead of the value. Who then fetches it, and when?",
      "Definition có thể nói giá trị được cất ở đâu, thay vì ghi chính giá trị đó. Vậy ai sẽ đi lấy nó, và lúc nào?",
    ),
    text(
      "A container has a list secrets beside environment, and repositoryCredentials beside image. All of it is read with the execution role of the task, and the usual one may read no secrets.",
      "Container có danh sách secrets bên cạnh environment, và repositoryCredentials bên cạnh image. Tất cả được đọc bằng execution role của task, mà role thông thường thì không được đọc secret nào.",
    ),
    text(
      'For one key of a secret write ARN:key:: with both colons at the end; a parameter is named with its first slash. "repositoryCredentials": { "credentialsParameter": ARN } holds the login.',
      'Muốn lấy một key của secret, hãy viết ARN:key:: với đủ hai dấu hai chấm ở cuối; tên parameter phải có dấu gạch chéo đầu tiên. "repositoryCredentials": { "credentialsParameter": ARN } giữ thông tin đăng nhập.',
    ),
  ],
  solution: registerAndRun(complete),
  routes: [
    [
      ...register(
        define(
          "shopExecutionRole",
          {
            environment: [user],
            secrets: [from("DB_PASSWORD", `${database}:password:AWSCURRENT:`), from("LOG_LEVEL", levelArn)],
          },
          {
            name: "sidecar",
            image: metricsImage,
            essential: false,
            repositoryCredentials: { credentialsParameter: "shop/registry" },
          },
        ),
      ),
      runTask({ family, network: "private" }),
      UNTIL_SETTLED,
    ],
    [
      ...registerAndRun(shopWith(dbPassword, logLevel)),
      ...register(define("ecsTaskExecutionRole", bothRead, metrics)),
      {
        aws: `aws ecs run-task --task-definition shop-api --launch-type FARGATE --overrides '{"executionRoleArn": "${role("shopExecutionRole")}"}' --network-configuration "awsvpcConfiguration={subnets=[subnet-0aaa1111222233334],assignPublicIp=ENABLED}"`,
      },
      UNTIL_SETTLED,
    ],
  ],
  mistakes: [
    {
      id: "written-twice",
      commands: register(define("shopExecutionRole", { environment: [user, leaked], secrets: [dbPassword] })),
      fails: "secret",
      seen: refused({ operation: "RegisterTaskDefinition", id: "secret-env" }),
      feedback: text(
        "The container would get DB_PASSWORD twice, once from environment and once from secrets. ECS does not choose: a name may stand in one of the two lists only.",
        "Container sẽ nhận DB_PASSWORD hai lần, một từ environment và một từ secrets. ECS không chọn giùm: mỗi tên chỉ được nằm trong một trong hai danh sách.",
      ),
    },
    {
      id: "password-left",
      commands: register(
        define("shopExecutionRole", {
          environment: [user, plain("DB_URL", `postgres://shop:${password}@db.internal/shop`)],
          secrets: [dbPassword],
        }),
      ),
      fails: "secret",
      seen: all(registered({ family, where: [hasSecret] }), not(registered({ family, where: [hasSecret, isClean] }))),
      feedback: text(
        "The secret is there, but the password is still readable in another place of the definition. Search for the value, not for the name of the variable.",
        "Secret đã có, nhưng mật khẩu vẫn đọc được ở một chỗ khác trong definition. Hãy tìm theo giá trị, đừng tìm theo tên biến.",
      ),
    },
    {
      id: "secret-by-name",
      commands: registerAndRun(shopWith(from("DB_PASSWORD", "shop/database"))),
      fails: "secret",
      seen: failed("parameter.not-found", "shop/database"),
      feedback: text(
        "The message speaks of SSM parameters, and you meant a secret. Only an ARN of Secrets Manager leads to Secrets Manager; any bare name is taken for a parameter.",
        "Thông báo nói về SSM parameter, còn bạn muốn một secret. Chỉ ARN của Secrets Manager mới dẫn tới Secrets Manager; tên trơn nào cũng bị coi là parameter.",
      ),
    },
    {
      id: "colons-missing",
      commands: registerAndRun(shopWith(from("DB_PASSWORD", `${database}:password`))),
      fails: "secret",
      seen: failed("secret.malformed-arn"),
      feedback: text(
        "Behind the ARN come three fields: key, version stage, version ID. Two of them may be empty, but their colons may not be missing.",
        "Sau ARN là ba trường: key, version stage, version ID. Hai trong số đó có thể để trống, nhưng dấu hai chấm của chúng thì không được thiếu.",
      ),
    },
    {
      id: "other-key",
      commands: registerAndRun(shopWith(from("DB_PASSWORD", `${database}:Password::`))),
      fails: "secret",
      seen: failed("secret.no-json-key"),
      feedback: text(
        "The secret was read, so ARN and role are right. It is a JSON object, and the key that you name is not in it. Upper and lower case count.",
        "Secret đã đọc được, vậy ARN và role đều đúng. Nó là một JSON object, và key bạn nêu không có trong đó. Chữ hoa và chữ thường là khác nhau.",
      ),
    },
    {
      id: "whole-secret",
      commands: registerAndRun(shopWith(from("DB_PASSWORD", database), logLevel)),
      fails: "secret",
      seen: all(
        registered({ family, where: [hasContainer({ secret: { name: "DB_PASSWORD", valueFrom: database } })] }),
        taskReached({ family, status: "RUNNING" }),
        not(registered({ family, where: [hasSecret] })),
      ),
      feedback: text(
        "The task runs, and DB_PASSWORD now holds the whole secret as JSON, braces, user name and all. The database would refuse that as a password. Name the key that you want.",
        "Task chạy, nhưng DB_PASSWORD giờ chứa nguyên cả secret dạng JSON, kể cả dấu ngoặc và tên người dùng. Database sẽ không nhận đó là mật khẩu. Hãy nêu key bạn cần.",
      ),
    },
    {
      id: "slash-missing",
      commands: registerAndRun(shopWith(dbPassword, from("LOG_LEVEL", "shop/log-level"))),
      fails: "parameter",
      seen: failed("parameter.not-found", "shop/log-level"),
      feedback: text(
        "Parameter Store knows no such name. A name that has slashes in it begins with one.",
        "Parameter Store không có tên đó. Tên có dấu gạch chéo thì phải bắt đầu bằng một dấu gạch chéo.",
      ),
    },
    {
      id: "usual-role",
      commands: registerAndRun(define("ecsTaskExecutionRole", bothRead)),
      fails: "read",
      seen: all(denied, not(registered({ family, where: [field("taskRoleArn", role("shopExecutionRole"))] }))),
      feedback: text(
        "Read who was denied what: the session is the role of your task. The managed policy for execution roles allows pulling from Amazon ECR and writing logs, and not one secret.",
        "Hãy đọc xem ai bị từ chối việc gì: session đó chính là role của task. Managed policy dành cho execution role cho phép pull từ Amazon ECR và ghi log, không cho đọc secret nào cả.",
      ),
    },
    {
      id: "task-role",
      commands: registerAndRun({
        ...define("ecsTaskExecutionRole", bothRead),
        taskRoleArn: role("shopExecutionRole"),
      }),
      fails: "read",
      seen: all(denied, registered({ family, where: [field("taskRoleArn", role("shopExecutionRole"))] })),
      feedback: text(
        "taskRoleArn is for the code in your containers. Before any code runs, ECS itself reads the secrets, and for that it uses the execution role.",
        "taskRoleArn dành cho mã bên trong container. Trước khi có mã nào chạy, chính ECS đọc secret, và việc đó dùng execution role.",
      ),
    },
    {
      id: "instance-role",
      commands: registerAndRun(define("ecsInstanceRole", bothRead)),
      fails: "read",
      seen: refused({ operation: "RunTask", id: "run-task.role" }),
      feedback: text(
        "ECS could not assume this role at all, whatever it allows. Its trust policy names another service, or there is no such role.",
        "ECS không assume được role này, bất kể nó cho phép gì. Trust policy của nó nêu một dịch vụ khác, hoặc không có role nào như vậy.",
      ),
    },
    {
      id: "no-login",
      commands: registerAndRun(define("shopExecutionRole", bothRead, { ...metrics, repositoryCredentials: undefined })),
      fails: "private",
      seen: failed("pull.no-login"),
      feedback: text(
        "The registry asked who you are, and nobody answered. A registry outside AWS knows no IAM roles: it wants a user name and a password.",
        "Registry hỏi bạn là ai và không có ai trả lời. Registry ngoài AWS không biết IAM role: nó cần tên đăng nhập và mật khẩu.",
      ),
    },
    {
      id: "other-login",
      commands: registerAndRun(
        define("shopExecutionRole", bothRead, {
          ...metrics,
          repositoryCredentials: { credentialsParameter: database },
        }),
      ),
      fails: "private",
      seen: all(registered({ family, where: [usesMetrics] }), failed("pull.wrong-login")),
      feedback: text(
        "There was a login, and the registry did not accept it. Which secret holds the user name and password of this registry?",
        "Đã có thông tin đăng nhập, nhưng registry không chấp nhận. Secret nào mới chứa tên đăng nhập và mật khẩu của registry này?",
      ),
    },
    noPublicIp({ fails: "running", family, before: register(complete) }),
  ],
});
