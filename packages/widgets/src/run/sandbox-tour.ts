/** Tour of the sandbox that begins empty: one task that behaves, one that does not, and where to look for either. */
import { defineTour, registerFile, runTask, stopTask, text } from "@quayside/grader";

export const sandboxTour = defineTour({
  title: text("What the sandbox can do", "Sandbox làm được gì"),
  stops: [
    {
      shows: "lab:editor",
      says: text(
        "A cloud of your own, and three definitions to begin with. **Register & run** starts what is in the editor; the terminal takes `aws ecs` commands.",
        "Một đám mây của riêng bạn, cùng ba definition để bắt đầu. **Đăng ký & chạy** khởi động thứ đang có trong trình soạn thảo; terminal nhận lệnh `aws ecs`.",
      ),
    },
    {
      does: [registerFile("webserver.json"), runTask({ family: "webserver" })],
      until: { kind: "TASK_CREATED", family: "webserver" },
      shows: "task",
      says: text(
        "A web server was registered and asked for. It waits in the strip at the top until it has a network interface.",
        "Một web server đã được đăng ký và yêu cầu chạy. Nó chờ ở dải trên cùng cho tới khi có network interface.",
      ),
    },
    {
      until: { kind: "TASK_RUNNING", family: "webserver" },
      shows: "family:webserver",
      says: text(
        "It has found its place in a subnet and runs. The area of a box is its memory, its shape its share of CPU.",
        "Nó đã có chỗ trong một subnet và đang chạy. Diện tích của ô là bộ nhớ, dáng của ô là phần CPU.",
      ),
    },
    {
      does: [registerFile("stubborn.json"), runTask({ family: "stubborn" })],
      until: { kind: "TASK_RUNNING", family: "stubborn" },
      shows: "family:stubborn",
      says: text(
        "This one is different: its program ignores SIGTERM. Watch what happens when ECS is asked to stop it.",
        "Task này thì khác: chương trình của nó phớt lờ SIGTERM. Hãy xem điều gì xảy ra khi ECS được yêu cầu dừng nó.",
      ),
    },
    {
      does: [stopTask("stubborn")],
      until: { kind: "SIGTERM_SENT", family: "stubborn" },
      shows: "family:stubborn",
      says: text(
        "SIGTERM was sent. A well-behaved program ends now. This one has 30 seconds, its `stopTimeout`, and lets them pass.",
        "SIGTERM đã được gửi. Chương trình tử tế sẽ kết thúc ngay. Còn nó có 30 giây, tức `stopTimeout`, và cứ để chúng trôi qua.",
      ),
    },
    {
      until: { kind: "SIGKILL_SENT", family: "stubborn" },
      shows: "family:stubborn",
      says: text(
        "Time is up: SIGKILL, which nobody can ignore. Exit code 137 is 128 + 9, the number of that signal.",
        "Hết giờ: SIGKILL, thứ không ai phớt lờ được. Exit code 137 là 128 + 9, số của tín hiệu đó.",
      ),
    },
    {
      until: { kind: "TASK_STOPPED", family: "stubborn" },
      shows: "tray",
      says: text(
        "Stopped tasks lie here and can be selected: the inspector says why they stopped, and shows it as JSON, too.",
        "Task đã dừng nằm ở đây và vẫn chọn được: bảng chi tiết cho biết vì sao nó dừng, kèm cả JSON.",
      ),
    },
    {
      shows: "lab:journal",
      says: text(
        "Whatever happened is in the journal, each line with its cause.",
        "Mọi chuyện đã xảy ra đều có trong nhật ký, mỗi dòng kèm nguyên nhân.",
      ),
    },
    {
      shows: "lab:time",
      says: text(
        "Drag the marker back to see any moment again, and give a command there to try it another way. Your own sandbox waits untouched: it is yours now.",
        "Kéo con trỏ lùi lại để xem lại bất cứ lúc nào, rồi ra lệnh ở đó để thử cách khác. Sandbox của bạn vẫn còn nguyên: giờ nó là của bạn.",
      ),
    },
  ],
});
