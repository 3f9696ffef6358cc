/** Answers of lab 01/07: hints, the solution, other routes, and the mistakes that people make. */
import {
  accepted,
  all,
  type Condition,
  defineAnswers,
  editJson,
  hasContainer,
  imagePushed,
  noPublicIp,
  not,
  pushImage,
  refused,
  registered,
  registerFile,
  revisionReached,
  runTask,
  stopTask,
  taskToldToStop,
  text,
  UNTIL_SETTLED,
} from "@quayside/grader";
import { byFirst, FIRST_BUILD, family, file, image, isPushed, ran, repository, withImage } from "./lab.ts";

const SECOND_BUILD = "sha256:279bd55985b31d9579f515d18364128a52c428d0f1804126135f478844604225";
const registerImage = (name: string) => [editJson(file, withImage(name)), registerFile(file)];
const ecs = (line: string) => ({ aws: `aws ecs ${line}` });
const run = (revision: number) => [runTask({ family: `${family}:${revision}` }), UNTIL_SETTLED];
const deregister = (revision: number) => ecs(`deregister-task-definition --task-definition ${family}:${revision}`);
const remove = (revision: number) => ecs(`delete-task-definitions --task-definitions ${family}:${revision}`);

const sideBySide = [...run(1), pushImage(image), ...run(1)];
const pinned = [...sideBySide, ...registerImage(`quayside/shop@${FIRST_BUILD}`), ...run(2)];
const bySecond = [hasContainer({ imageDigest: SECOND_BUILD })];
const hasSecondRevision = revisionReached({ family, revision: 2, status: "ACTIVE" });

/** Somebody pushed before the first task was RUNNING. */
const pushedTooEarly: Condition = (view) => {
  const [push, first] = [isPushed(view), ran(view)];
  const isEarly = push.passed && first.passed && Number(push.evidence[0]) < Number(first.evidence[0]);
  return { ...push, passed: isEarly };
};
/** Nothing was run after the push. */
const nothingRunSince: Condition = (view) => {
  const push = isPushed(view);
  const begun = view.history.stories("tasks").map((story) => story.versions[0]?.seq ?? 0);
  return { ...push, passed: push.passed && begun.every((seq) => seq < Number(push.evidence[0])) };
};

export default defineAnswers({
  hints: [
    text(
      "What exactly does a revision keep: the program, or only the name under which the program can be found?",
      "Chính xác thì revision giữ cái gì: chương trình, hay chỉ cái tên để tìm ra chương trình?",
    ),
    text(
      "A task asks the registry for the tag when it starts, and never again. Compare imageDigest of two tasks of shop:1, one from before the push and one from after it. For the old build, write repository@digest instead of repository:tag.",
      "Task hỏi registry về tag lúc nó khởi động, và không hỏi lại nữa. Hãy so imageDigest của hai task thuộc shop:1, một từ trước lần push và một từ sau. Muốn bản build cũ, hãy viết repository@digest thay cho repository:tag.",
    ),
    text(
      "docker push quayside/shop:latest, then run shop:1 once more. Take the digest of the first task, put quayside/shop@sha256:... into shop.json and register. Deregister and delete take a number: shop:1.",
      "docker push quayside/shop:latest, rồi chạy shop:1 thêm lần nữa. Lấy digest của task đầu, đặt quayside/shop@sha256:... vào shop.json rồi đăng ký. Deregister và delete cần cả số: shop:1.",
    ),
  ],
  solution: [...pinned, deregister(1), remove(1)],
  routes: [
    [
      runTask({ family, network: "private", count: 2 }),
      UNTIL_SETTLED,
      pushImage("docker.io/quayside/shop"),
      runTask({ family, network: "private" }),
      UNTIL_SETTLED,
      ...registerImage(`docker.io/quayside/shop@${FIRST_BUILD}`),
      runTask({ family, network: "private" }),
      { advanceMs: 60_000 },
      deregister(1),
      remove(1),
    ],
    [
      ...registerImage(`quayside/shop@${FIRST_BUILD}`),
      ...run(1),
      pushImage(image),
      pushImage(image),
      ...run(1),
      deregister(1),
      ...run(2),
      stopTask(family),
      UNTIL_SETTLED,
      remove(1),
      ...registerImage(image),
    ],
  ],
  mistakes: [
    noPublicIp({ fails: "running", family }),
    {
      id: "another-tag",
      commands: [...run(1), pushImage("quayside/shop:1.1"), ...run(1)],
      fails: "pushed",
      seen: all(imagePushed({ repository }), not(isPushed)),
      feedback: text(
        "You gave the new build a tag of its own. That is what a careful team does, and no revision that says latest notices anything. Here the tag latest itself has to move.",
        "Bạn đã cho bản build mới một tag riêng. Một nhóm cẩn thận làm đúng như vậy, và không revision nào ghi latest nhận thấy gì. Ở đây chính tag latest phải đi chỗ khác.",
      ),
    },
    {
      id: "pushed-too-early",
      commands: [pushImage(image), ...run(1), ...run(1)],
      fails: "side-by-side",
      seen: pushedTooEarly,
      feedback: text(
        "The push came before the first task had started, so both tasks found the same build behind the tag. For two builds side by side, one task has to be there before the tag moves.",
        "Lần push diễn ra trước khi task đầu tiên chạy, nên cả hai task thấy cùng một bản build sau tag. Muốn hai bản build cạnh nhau, phải có một task chạy trước khi tag chuyển đi.",
      ),
    },
    {
      id: "only-waited",
      commands: [...run(1), pushImage(image), { advanceMs: 900_000 }],
      fails: "side-by-side",
      seen: all(nothingRunSince, not(pushedTooEarly)),
      feedback: text(
        "You can wait as long as you like: a running task keeps the image that it pulled. Nobody tells ECS that a tag has moved, and no task asks twice.",
        "Chờ bao lâu cũng vậy: task đang chạy giữ nguyên image nó đã tải. Không ai báo cho ECS biết tag đã chuyển, và không task nào hỏi lại lần hai.",
      ),
    },
    {
      id: "stopped-first",
      commands: [...run(1), pushImage(image), stopTask(family), UNTIL_SETTLED, ...run(1)],
      fails: "side-by-side",
      seen: all(taskToldToStop({ family, stopCode: "UserInitiated" }), not(nothingRunSince)),
      feedback: text(
        "The new task did pull the new build, but the old one was gone by then. To see what one revision can mean at the same moment, let the old task run on.",
        "Task mới đúng là đã tải bản build mới, nhưng lúc đó task cũ không còn. Để thấy cùng một lúc một revision có thể mang nghĩa gì, hãy để task cũ chạy tiếp.",
      ),
    },
    {
      id: "new-revision-for-nothing",
      commands: [...run(1), pushImage(image), registerFile(file), ...run(2)],
      fails: "side-by-side",
      seen: all(hasSecondRevision, not(nothingRunSince), not(pushedTooEarly)),
      feedback: text(
        "Two builds run, but under two revisions with the same text. The second revision was not needed: any new task of shop:1 asks the registry for the tag again.",
        "Hai bản build đang chạy, nhưng dưới hai revision có nội dung y hệt. Revision thứ hai là thừa: task mới nào của shop:1 cũng hỏi lại registry về tag.",
      ),
    },
    {
      id: "pinned-the-new-build",
      commands: [...sideBySide, ...registerImage(`quayside/shop@${SECOND_BUILD}`), ...run(2)],
      fails: "pinned",
      seen: registered({ family, where: bySecond }),
      feedback: text(
        "This digest is the one of the new build. The old build still exists in the registry, under the digest that the older of your two tasks reports as imageDigest.",
        "Digest này là của bản build mới. Bản build cũ vẫn còn trong registry, dưới digest mà task cũ hơn trong hai task của bạn báo ở imageDigest.",
      ),
    },
    {
      id: "tag-instead-of-digest",
      commands: [...sideBySide, ...registerImage("quayside/shop:1.0"), ...run(2)],
      fails: "pinned",
      seen: all(
        hasSecondRevision,
        not(registered({ family, where: byFirst })),
        not(registered({ family, where: bySecond })),
      ),
      feedback: text(
        "A tag again. It may lead to the right build today, and somebody can move it tomorrow. A digest is computed from the image itself and can mean nothing else.",
        "Lại là tag. Hôm nay nó có thể dẫn tới đúng bản build, nhưng ngày mai ai đó có thể chuyển nó. Digest được tính từ chính image nên không thể mang nghĩa khác.",
      ),
    },
    {
      id: "no-number",
      commands: [...pinned, ecs(`deregister-task-definition --task-definition ${family}`)],
      fails: "inactive",
      seen: refused({ operation: "DeregisterTaskDefinition", id: "task-definition.no-revision" }),
      feedback: text(
        "A family alone means its newest revision when you run or describe. Whoever takes something away has to say exactly what: family and number.",
        "Chỉ ghi family nghĩa là revision mới nhất khi bạn run hoặc describe. Còn khi bỏ đi thứ gì thì phải nói đích danh: family và số.",
      ),
    },
    {
      id: "deregistered-the-wrong-one",
      commands: [...pinned, deregister(2)],
      fails: "inactive",
      seen: revisionReached({ family, revision: 2, status: "INACTIVE" }),
      feedback: text(
        "That was the pinned revision. There is no way back to ACTIVE: to have it again, register it again, under the next number. The one to retire is the one with the tag.",
        "Đó là revision đã ghim digest. Không có đường quay lại ACTIVE: muốn có lại thì phải đăng ký lại, dưới số tiếp theo. Revision cần cho nghỉ là revision dùng tag.",
      ),
    },
    {
      id: "stopped-before",
      commands: [...run(1), stopTask(family), UNTIL_SETTLED, deregister(1)],
      fails: "inactive",
      seen: all(
        revisionReached({ family, revision: 1, status: "INACTIVE" }),
        not(revisionReached({ family, revision: 1, status: "INACTIVE", withTaskRunning: true })),
      ),
      feedback: text(
        "No task of shop:1 was running any more. It need not be so: deregistering stops nothing, and you only see that while something runs. Go back on the timeline to a moment before, or start over.",
        "Lúc đó không còn task nào của shop:1 chạy. Không cần phải vậy: deregister không dừng gì cả, và chỉ thấy được điều đó khi có task đang chạy. Hãy quay lại một thời điểm trước đó trên dòng thời gian, hoặc làm lại từ đầu.",
      ),
    },
    {
      id: "deleted-while-active",
      commands: [...pinned, remove(1)],
      fails: "deleted",
      seen: all(
        accepted({ operation: "DeleteTaskDefinitions" }),
        not(revisionReached({ family, revision: 1, status: "INACTIVE" })),
      ),
      feedback: text(
        "The call succeeded and deleted nothing: read failures in the answer. An ACTIVE revision has to be deregistered first.",
        "Lời gọi thành công nhưng không xóa gì: hãy đọc failures trong câu trả lời. Revision ACTIVE phải được deregister trước.",
      ),
    },
  ],
});
