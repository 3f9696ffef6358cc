/** Answers of lab 03/04: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  constrainsPlacement,
  defineAnswers,
  editJson,
  instanceReached,
  instancesOf,
  type LabCommand,
  not,
  placeTasks,
  refused,
  registered,
  registerFile,
  runningTask,
  tasksLie,
  taskToldToStop,
  text,
  UNTIL_SETTLED,
} from "@quayside/grader";
import { api, bound, PROD } from "./lab.ts";

const only = (expression: string) => `type=memberOf,expression=${expression}`;
const M5 = "attribute:ecs.instance-type =~ m5.*";
const AWAY = "not(task:group == family:api)";

/** `stack=VALUE` on the t3 instance of a zone, or on another one. */
const label = (value: string, zone: string, type = "t3.medium"): LabCommand => ({
  aws: `aws ecs put-attributes --attributes name=stack,value=${value},targetId=${instancesOf("default", `attribute:ecs.instance-type == ${type} and attribute:ecs.availability-zone == us-east-1${zone}`)}`,
});
const unlabel = (zone: string): LabCommand => ({
  aws: `aws ecs delete-attributes --attributes name=stack,targetId=${instancesOf("default", `attribute:ecs.instance-type == t3.medium and attribute:ecs.availability-zone == us-east-1${zone}`)}`,
});

/** The steps of the solution, so that mistakes can leave one out. */
const onM5 = placeTasks({ family: "web", count: 2, constraints: [only(M5)] });
const labels = [label("prod", "a"), label("prod", "b")];
const inDefinition = [editJson("api.json", bound), registerFile("api.json"), placeTasks({ family: "api", count: 2 })];
const oneEach = placeTasks({ family: "probe", count: 5, constraints: ["type=distinctInstance"] });
const apart = placeTasks({ family: "web", count: 2, group: "night", constraints: [only(AWAY)] });
const nowhere = placeTasks({ family: "web", constraints: [only("attribute:stack == test")] });

export default defineAnswers({
  hints: [
    text(
      "What does a machine tell about itself, and what would you have to tell about it?",
      "Máy tự nói gì về nó, và điều gì thì bạn phải nói thay nó?",
    ),
    text(
      "aws ecs list-attributes shows what instances carry, and list-container-instances --filter tries an expression before a task depends on it. A constraint of a definition goes into placementConstraints, on the level of family. task:group compares with the group of tasks that run on an instance.",
      "aws ecs list-attributes cho thấy instance mang gì, còn list-container-instances --filter thử một biểu thức trước khi có task phụ thuộc vào nó. Ràng buộc của definition nằm trong placementConstraints, cùng cấp với family. task:group so với nhóm của các task đang chạy trên instance.",
    ),
    text(
      `In api.json: "placementConstraints": [{ "type": "memberOf", "expression": "..." }]. For probe: --count 5 --placement-constraints type=distinctInstance. For night: --group night and the expression ${AWAY}.`,
      `Trong api.json: "placementConstraints": [{ "type": "memberOf", "expression": "..." }]. Với probe: --count 5 --placement-constraints type=distinctInstance. Với night: --group night và biểu thức ${AWAY}.`,
    ),
  ],
  solution: [onM5, ...labels, ...inDefinition, UNTIL_SETTLED, oneEach, apart, nowhere, unlabel("a"), UNTIL_SETTLED],
  routes: [
    [
      ...labels,
      label("blue", "a", "m5.large"),
      editJson("api.json", {
        ...api,
        placementConstraints: [
          { type: "memberOf", expression: "attribute:stack in [prod, live] and attribute:ecs.os-type == linux" },
        ],
      }),
      registerFile("api.json"),
      placeTasks({ family: "api", count: 2, constraints: ["type=distinctInstance"] }),
      UNTIL_SETTLED,
      label("test", "b"),
      placeTasks({
        family: "web",
        count: 2,
        constraints: [only("attribute:ecs.instance-type == m5.large")],
        strategies: ["type=binpack,field=memory"],
      }),
      placeTasks({ family: "web", count: 2, group: "night", constraints: [only("!(task:group == family:api)")] }),
      placeTasks({ family: "probe", count: 10, constraints: ["type=distinctInstance"] }),
      placeTasks({ family: "probe", constraints: [only("runningTasksCount > 50")] }),
    ],
    [
      onM5,
      ...labels,
      ...inDefinition,
      UNTIL_SETTLED,
      unlabel("b"),
      unlabel("a"),
      placeTasks({ family: "api" }),
      apart,
      oneEach,
      UNTIL_SETTLED,
    ],
  ],
  mistakes: [
    {
      id: "one-equals-sign",
      commands: [placeTasks({ family: "web", constraints: [only("attribute:ecs.instance-type = m5.large")] })],
      fails: "by-type",
      seen: refused({ operation: "RunTask", id: "placement.invalid", message: /two signs/ }),
      feedback: text(
        "The cluster query language compares with two equals signs, and AWS refuses the call before it looks at any instance. Try expressions with list-container-instances --filter first.",
        "Ngôn ngữ truy vấn cluster so sánh bằng hai dấu bằng, và AWS từ chối lời gọi trước khi nhìn vào instance nào. Hãy thử biểu thức bằng list-container-instances --filter trước.",
      ),
    },
    {
      id: "only-a-wish",
      commands: [
        placeTasks({ family: "web", count: 2, strategies: ["type=spread,field=attribute:ecs.instance-type"] }),
      ],
      fails: "by-type",
      seen: tasksLie({ family: "web", strategies: ["spread(attribute:ecs.instance-type)"] }),
      feedback: text(
        "Spread over the instance type is a strategy: it deals tasks out over the types, and keeps them off none. To allow only one type you need a constraint.",
        "Spread theo loại instance là một chiến lược: nó chia task cho các loại, không cấm loại nào. Muốn chỉ cho phép một loại, bạn cần ràng buộc.",
      ),
    },
    {
      id: "labelled-one",
      commands: [onM5, label("prod", "a"), ...inDefinition, UNTIL_SETTLED],
      fails: "labelled",
      seen: all(
        instanceReached({ attributes: { stack: "prod" } }),
        not(instanceReached({ attributes: { stack: "prod" }, count: 2 })),
      ),
      feedback: text(
        "Only one instance carries the attribute, so every task of api ends up there, and when it is full, nowhere. An attribute belongs to one instance; each needs its own.",
        "Chỉ một instance mang attribute, nên mọi task của api dồn về đó, và khi nó đầy thì không còn chỗ nào. Attribute thuộc về từng instance; mỗi instance cần một cái riêng.",
      ),
    },
    {
      id: "unknown-target",
      commands: [
        {
          aws: "aws ecs put-attributes --attributes name=stack,value=prod,targetId=i-0123456789abcdef0,targetType=container-instance",
        },
      ],
      fails: "labelled",
      seen: refused({ operation: "PutAttributes", id: "attribute.target-not-found" }),
      feedback: text(
        "The target is a container instance: its ARN or its id, which is not the id of the EC2 instance below it.",
        "Target là container instance: ARN hoặc id của nó, khác với id của EC2 instance bên dưới.",
      ),
    },
    {
      id: "distinct-in-definition",
      commands: [
        ...labels,
        editJson("api.json", { ...api, placementConstraints: [{ type: "distinctInstance" }] }),
        registerFile("api.json"),
      ],
      fails: "in-definition",
      seen: refused({ operation: "RegisterTaskDefinition", id: "enum", message: /memberOf/ }),
      feedback: text(
        "A task definition can hold memberOf only. distinctInstance depends on the group of tasks that somebody runs, so it belongs to RunTask or to a service.",
        "Task definition chỉ chứa được memberOf. distinctInstance phụ thuộc vào nhóm task mà ai đó chạy, nên nó thuộc về RunTask hoặc service.",
      ),
    },
    {
      id: "constraint-only-in-call",
      commands: [
        ...labels,
        registerFile("api.json"),
        placeTasks({ family: "api", count: 2, constraints: [only(PROD)] }),
        UNTIL_SETTLED,
      ],
      fails: "in-definition",
      seen: all(
        tasksLie({ family: "api", constrained: "memberOf" }),
        not(registered({ family: "api", where: [constrainsPlacement()] })),
      ),
      feedback: text(
        "The constraint was in the call only. The next one who runs api without it gets any instance. Where must it stand so that nobody can forget it?",
        "Ràng buộc chỉ nằm trong lời gọi. Người tiếp theo chạy api mà quên nó sẽ nhận instance bất kỳ. Nó phải nằm ở đâu để không ai quên được?",
      ),
    },
    {
      id: "spread-instead-of-distinct",
      commands: [
        placeTasks({ family: "probe", count: 5, strategies: ["type=spread,field=instanceId"] }),
        UNTIL_SETTLED,
      ],
      fails: "one-too-many",
      seen: tasksLie({ family: "probe", strategies: ["spread(instanceId)"], perInstance: [2, 1, 1, 1] }),
      feedback: text(
        "Spread deals out evenly, and when every instance has one, it gives one of them a second. It never leaves a task out. That is what a constraint is for.",
        "Spread chia đều, và khi instance nào cũng có một task, nó cho một instance task thứ hai. Nó không bao giờ bỏ task nào. Muốn thế phải dùng ràng buộc.",
      ),
    },
    {
      id: "wrong-group",
      commands: [
        ...labels,
        ...inDefinition,
        placeTasks({ family: "web", count: 2, group: "night", constraints: [only("not(task:group == api)")] }),
        UNTIL_SETTLED,
      ],
      fails: "apart",
      seen: all(
        tasksLie({ family: "web", taskGroup: "night", constrained: "memberOf" }),
        not(tasksLie({ family: "web", taskGroup: "night", awayFrom: "family:api", tasks: 2 })),
      ),
      feedback: text(
        "There is no group of that name, so every instance satisfied the constraint. Look at the group of a task of api: it has a prefix.",
        "Không có nhóm nào tên như vậy, nên instance nào cũng thỏa ràng buộc. Hãy xem group của một task api: nó có tiền tố.",
      ),
    },
    {
      id: "stopped-them",
      commands: [
        ...labels,
        ...inDefinition,
        UNTIL_SETTLED,
        { aws: `aws ecs stop-task --task ${runningTask("api")}` },
        { aws: `aws ecs stop-task --task ${runningTask("api")}` },
        UNTIL_SETTLED,
        unlabel("a"),
        unlabel("b"),
      ],
      fails: "stays",
      seen: taskToldToStop({ family: "api", stopCode: "UserInitiated" }),
      feedback: text(
        "You stopped tasks of api before the attribute was gone. Run them again, and take the attribute away while they run.",
        "Bạn đã dừng task của api trước khi gỡ attribute. Hãy chạy lại, rồi gỡ attribute trong lúc chúng đang chạy.",
      ),
    },
  ],
});
