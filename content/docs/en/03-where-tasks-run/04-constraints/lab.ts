/**
 * Lab 03/04: constraints bind. Attributes of one's own, the query language, distinctInstance, and keeping groups apart.
 * Long, because nine mistakes and two routes each bring their commands and their words.
 */
import {
  all,
  constrainsPlacement,
  defineLab,
  eventually,
  instanceReached,
  jsonFile,
  placementFailed,
  registered,
  taskCreated,
  tasksLie,
  text,
} from "@quayside/grader";

const definition = (family: string) => ({
  family,
  requiresCompatibilities: ["EC2"],
  networkMode: "bridge",
  containerDefinitions: [
    {
      name: "nginx",
      image: "nginx:1.29",
      essential: true,
      cpu: 128,
      memory: 256,
      portMappings: [{ containerPort: 80, hostPort: 0, protocol: "tcp" }],
    },
  ],
});
export const api = definition("api");
export const PROD = "attribute:stack == prod";
export const bound = { ...api, placementConstraints: [{ type: "memberOf", expression: PROD }] };

export default defineLab({
  id: "03/04",
  seed: 34,
  title: text("Only where you allow it", "Chỉ ở nơi bạn cho phép"),
  scenario: {
    id: "two-kinds-of-machines",
    title: "A cluster of two t3.medium and two m5.large, and three definitions",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "quayside", operation: "ProvideContainerInstances", input: { instanceType: "t3.medium", count: 2 } },
      { service: "quayside", operation: "ProvideContainerInstances", input: { instanceType: "m5.large", count: 2 } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: definition("web") },
      { service: "ecs", operation: "RegisterTaskDefinition", input: definition("probe") },
    ],
  },
  files: [jsonFile("api.json", api)],
  goal: text(
    "Run two tasks of web on m5.large with a constraint. Give both t3.medium instances the attribute stack=prod. Register api with a constraint on stack == prod and run two tasks of it. Run probe at most once on each instance, asking for one more than there are instances. Run two tasks of web in the group night on instances without tasks of family:api. Make a call that a constraint leaves without any instance, and take the attribute from an instance on which api runs.",
    "Chạy hai task của web trên m5.large bằng một ràng buộc. Gắn attribute stack=prod cho cả hai instance t3.medium. Đăng ký api với ràng buộc stack == prod và chạy hai task của nó. Chạy probe mỗi instance tối đa một task, và xin nhiều hơn số instance một task. Chạy hai task của web trong nhóm night trên các instance không có task của family:api. Gọi một lần mà ràng buộc không chừa lại instance nào, và gỡ attribute khỏi một instance đang chạy api.",
  ),
  checks: [
    {
      id: "by-type",
      title: text("A constraint put two tasks of web on m5.large", "Một ràng buộc đưa hai task của web lên m5.large"),
      test: tasksLie({
        family: "web",
        constrained: "memberOf",
        instanceHas: { "ecs.instance-type": "m5.large" },
        tasks: 2,
      }),
    },
    {
      id: "labelled",
      title: text("Two instances carry stack=prod", "Hai instance mang stack=prod"),
      test: instanceReached({ attributes: { stack: "prod", "ecs.instance-type": "t3.medium" }, count: 2 }),
    },
    {
      id: "in-definition",
      title: text("api brings its constraint along", "api mang theo ràng buộc của nó"),
      test: all(
        registered({ family: "api", where: [constrainsPlacement()] }),
        tasksLie({ family: "api", constrained: "memberOf", instanceHas: { stack: "prod" }, tasks: 2 }),
      ),
    },
    {
      id: "distinct",
      title: text("probe runs once on each instance", "probe chạy mỗi instance một task"),
      test: tasksLie({ family: "probe", constrained: "distinctInstance", perInstance: [1, 1, 1, 1] }),
    },
    {
      id: "one-too-many",
      title: text("The fifth probe found no instance", "Task probe thứ năm không có instance"),
      test: placementFailed({ reason: "DistinctInstance placement constraint unsatisfied." }),
    },
    {
      id: "apart",
      title: text("The group night keeps away from api", "Nhóm night tránh xa api"),
      test: all(
        taskCreated({ family: "api" }),
        tasksLie({ family: "web", taskGroup: "night", constrained: "memberOf", awayFrom: "family:api", tasks: 2 }),
      ),
    },
    {
      id: "nowhere",
      title: text("A constraint that no instance satisfies", "Một ràng buộc không instance nào thỏa"),
      test: placementFailed({ reason: "MemberOf placement constraint unsatisfied." }),
    },
    {
      id: "stays",
      title: text("api runs on, although its instance lost the attribute", "api vẫn chạy dù instance đã mất attribute"),
      test: eventually({
        holds: ({ rows }) => {
          const bare = rows("containerInstances").filter(({ attributes }) => attributes.stack !== "prod");
          const arns = new Set(bare.map(({ containerInstanceArn }) => containerInstanceArn));
          const bound = rows("taskDefinitions").filter(({ definition }) => definition.placementConstraints?.[0]);
          const task = rows("tasks").find(
            ({ spec, lastStatus }) =>
              lastStatus === "RUNNING" &&
              arns.has(spec.placed?.containerInstanceArn ?? "") &&
              bound.some(
                ({ family, taskDefinitionArn }) => family === "api" && taskDefinitionArn === spec.taskDefinitionArn,
              ),
          );
          return (
            task &&
            text(
              `Task ${task.spec.taskId.slice(0, 8)} of api was RUNNING on an instance without stack=prod.`,
              `Task ${task.spec.taskId.slice(0, 8)} của api RUNNING trên một instance không có stack=prod.`,
            )
          );
        },
        otherwise: text(
          "No task of api has been RUNNING on an instance without stack=prod.",
          "Chưa có task nào của api RUNNING trên instance không có stack=prod.",
        ),
      }),
    },
  ],
});
