/** Answers of lab 03/03: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  defineAnswers,
  placeTasks,
  refused,
  stopTask,
  tasksLie,
  taskToldToStop,
  text,
  UNTIL_SETTLED,
} from "@quayside/grader";

const BY_INSTANCE = "type=spread,field=instanceId";
const BY_ZONE = "type=spread,field=attribute:ecs.availability-zone";
const PACK = "type=binpack,field=memory";

const run = (where: string, count: number, strategies: readonly string[] = [], group?: string) =>
  placeTasks({ family: "web", cluster: where, count, strategies, ...(group === undefined ? {} : { group }) });

/** The steps of the solution, so that mistakes can leave one out. */
const chance = run("pair", 2);
const both = run("pair", 2, [BY_INSTANCE]);
const wide = run("wide", 4, [BY_INSTANCE]);
const tight = run("tight", 4, [PACK]);
const zones = run("wide", 4, [BY_ZONE, PACK], "night");
const stays = run("tight", 2, [BY_INSTANCE]);
const filled = run("wide", 8, [BY_INSTANCE]);
const oneMore = run("wide", 1, [BY_INSTANCE]);

export default defineAnswers({
  hints: [
    text(
      "Which instances could take the task at all, and who chooses among those that are left?",
      "Những instance nào nhận nổi task, và ai chọn trong số còn lại?",
    ),
    text(
      "--placement-strategy takes a list: the first entry orders the instances, the next one decides only where the first sees no difference. spread counts tasks of the same task group (--group), binpack looks at what an instance has left. The Journal shows each decision as PLACEMENT_DECIDED.",
      "--placement-strategy nhận một danh sách: mục đầu xếp thứ tự các instance, mục sau chỉ quyết định khi mục đầu không thấy khác biệt. spread đếm task cùng task group (--group), binpack nhìn phần còn trống của instance. Journal ghi mỗi quyết định là PLACEMENT_DECIDED.",
    ),
    text(
      `For the zones: aws ecs run-task --cluster wide --task-definition web --launch-type EC2 --count 4 --group night --placement-strategy ${BY_ZONE} and then a second strategy after a space. To fill wide, ask for eight more, then for one.`,
      `Với các zone: aws ecs run-task --cluster wide --task-definition web --launch-type EC2 --count 4 --group night --placement-strategy ${BY_ZONE} rồi thêm chiến lược thứ hai sau một dấu cách. Để lấp đầy wide, hãy chạy thêm tám task, rồi một task nữa.`,
    ),
  ],
  solution: [
    chance,
    UNTIL_SETTLED,
    both,
    UNTIL_SETTLED,
    wide,
    tight,
    UNTIL_SETTLED,
    zones,
    stays,
    UNTIL_SETTLED,
    filled,
    oneMore,
  ],
  routes: [
    [
      tight,
      stays,
      wide,
      zones,
      { advanceMs: 60_000 },
      run("wide", 10, ["type=spread,field=host"]),
      run("pair", 1, [BY_INSTANCE]),
      run("pair", 1, [BY_INSTANCE]),
      stopTask("web", { cluster: "pair" }),
      stopTask("web", { cluster: "pair" }),
      UNTIL_SETTLED,
      run("pair", 2),
      UNTIL_SETTLED,
    ],
    [
      chance,
      both,
      run("wide", 4, [BY_ZONE, BY_INSTANCE]),
      run("tight", 4, ["type=binpack,field=cpu"]),
      run("wide", 4, [BY_ZONE, "type=binpack,field=cpu"], "batch"),
      stays,
      filled,
      run("wide", 10),
    ],
  ],
  mistakes: [
    {
      id: "left-to-chance",
      commands: [chance, both, run("wide", 4), UNTIL_SETTLED],
      fails: "wide",
      seen: tasksLie({ cluster: "wide", strategies: ["random"] }),
      feedback: text(
        "RunTask without a strategy draws lots, for every task anew. Four tasks on four instances come out of that about once in eleven times. Stop them, and say what you want.",
        "RunTask không có chiến lược thì bốc thăm, và bốc lại cho từng task. Bốn task rơi đúng vào bốn instance chỉ xảy ra khoảng một lần trong mười một lần. Hãy dừng chúng và nói rõ bạn muốn gì.",
      ),
    },
    {
      id: "packed-wide",
      commands: [run("wide", 4, [PACK]), UNTIL_SETTLED],
      fails: "wide",
      seen: tasksLie({ cluster: "wide", strategies: ["binpack(memory)"], perInstance: [4] }),
      feedback: text(
        "binpack fills the instance that has the least left, so all of them went to the same one. Which strategy counts tasks instead?",
        "binpack lấp đầy instance còn ít chỗ nhất, nên tất cả dồn vào một chỗ. Chiến lược nào thì đếm task?",
      ),
    },
    {
      id: "on-fargate",
      commands: [
        {
          aws: `aws ecs run-task --cluster wide --task-definition web --launch-type FARGATE --count 4 --placement-strategy ${BY_INSTANCE}`,
        },
      ],
      fails: "wide",
      seen: refused({ operation: "RunTask", input: ({ launchType }) => launchType === "FARGATE" }),
      feedback: text(
        "Placement strategies choose among container instances. On Fargate there are none that you could choose from, and this definition does not support Fargate anyway.",
        "Chiến lược xếp chỗ chọn trong các container instance. Trên Fargate không có instance nào để bạn chọn, và definition này cũng không hỗ trợ Fargate.",
      ),
    },
    {
      id: "binpack-instances",
      commands: [wide, run("tight", 4, ["type=binpack,field=instanceId"])],
      fails: "tight",
      seen: refused({ operation: "RunTask", id: "placement.invalid", message: /binpack field/ }),
      feedback: text(
        "binpack packs by what is left of a resource, so its field is a resource of the instance. instanceId belongs to spread.",
        "binpack dồn theo phần còn lại của một tài nguyên, nên field của nó là một tài nguyên của instance. instanceId là của spread.",
      ),
    },
    {
      id: "spread-tight",
      commands: [wide, run("tight", 4, [BY_INSTANCE]), UNTIL_SETTLED],
      fails: "tight",
      seen: tasksLie({ cluster: "tight", perInstance: [1, 1, 1, 1] }),
      feedback: text(
        "These four lie on four instances. No strategy moves them together now: stop them first, then pack new ones.",
        "Bốn task này nằm trên bốn instance. Giờ không chiến lược nào gom chúng lại được: hãy dừng chúng trước, rồi dồn các task mới.",
      ),
    },
    {
      id: "no-attribute",
      commands: [wide, run("wide", 4, ["type=spread,field=ecs.availability-zone", PACK], "night")],
      fails: "zones",
      seen: refused({ operation: "RunTask", id: "placement.invalid", message: /spread field 'ecs\./ }),
      feedback: text(
        "The zone is an attribute of the instance, and the field must say so: its name comes after attribute and a colon.",
        "Zone là một attribute của instance, và field phải nói rõ điều đó: tên của nó đứng sau chữ attribute và dấu hai chấm.",
      ),
    },
    {
      id: "reversed",
      commands: [wide, run("wide", 4, [PACK, BY_ZONE], "night"), UNTIL_SETTLED],
      fails: "zones",
      seen: tasksLie({
        cluster: "wide",
        strategies: ["binpack(memory)", "spread(attribute:ecs.availability-zone)"],
      }),
      feedback: text(
        "The order is the priority. With binpack first, the zones decide only between instances that have exactly the same left. After the first task that is no tie any more.",
        "Thứ tự chính là độ ưu tiên. Khi binpack đứng trước, zone chỉ quyết định giữa các instance còn đúng bằng nhau. Sau task đầu tiên thì không còn hòa nữa.",
      ),
    },
    {
      id: "same-group",
      commands: [wide, run("wide", 4, [BY_ZONE, PACK]), UNTIL_SETTLED],
      fails: "zones",
      seen: tasksLie({
        cluster: "wide",
        taskGroup: "family:web",
        strategies: ["spread(attribute:ecs.availability-zone)", "binpack(memory)"],
        tasks: 4,
      }),
      feedback: text(
        "The strategies are right, but these tasks joined the group family:web and are counted together with those that were there. Give the new ones a task group of their own.",
        "Chiến lược thì đúng, nhưng các task này vào nhóm family:web và bị đếm chung với những task có sẵn. Hãy cho các task mới một task group riêng.",
      ),
    },
    {
      id: "stopped-to-balance",
      commands: [tight, UNTIL_SETTLED, stopTask("web", { cluster: "tight" }), stays, UNTIL_SETTLED],
      fails: "stays",
      seen: all(tasksLie({ cluster: "tight", perInstance: [4] }), taskToldToStop({ family: "web", cluster: "tight" })),
      feedback: text(
        "You stopped one of the packed tasks. Leave all four running and start two more: the question is whether ECS moves what runs.",
        "Bạn đã dừng một trong các task đã dồn. Hãy để cả bốn chạy và chạy thêm hai task: câu hỏi là ECS có dời task đang chạy hay không.",
      ),
    },
    {
      id: "too-many-at-once",
      commands: [wide, run("wide", 13, [BY_INSTANCE])],
      fails: "full",
      seen: refused({ operation: "RunTask", id: "run-task.count" }),
      feedback: text(
        "One call starts at most ten tasks. The call was refused as a whole; that is no matter of room.",
        "Một lời gọi khởi động tối đa mười task. Cả lời gọi bị từ chối; chuyện đó không liên quan tới chỗ trống.",
      ),
    },
  ],
});
