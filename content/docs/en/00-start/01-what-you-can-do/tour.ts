/** Tour of lab 00/01: what the parts of the lab are, along one task from its start to its end. */
import { defineTour, runTask, stopTask, text } from "@quayside/grader";

const family = "hello-web";

export default defineTour({
  title: text("A walk through the lab", "Một vòng quanh lab"),
  stops: [
    {
      shows: "subnet",
      says: text(
        "This is a small cloud: one VPC over two Availability Zones, with a public and a private subnet in each. Nothing runs in it yet.",
        "Đây là một đám mây nhỏ: một VPC trải trên hai Availability Zone, mỗi zone có một subnet công khai và một subnet riêng. Chưa có gì chạy trong đó.",
      ),
    },
    {
      shows: "lab:editor",
      says: text(
        "The editor holds a task definition: which image, how much CPU and memory. **Register & run** sends it to ECS. The terminal beside it takes `aws ecs` commands.",
        "Trình soạn thảo chứa một task definition: image nào, bao nhiêu CPU và bộ nhớ. **Đăng ký & chạy** gửi nó tới ECS. Terminal ở thẻ bên cạnh nhận lệnh `aws ecs`.",
      ),
    },
    {
      does: [runTask({ family })],
      until: { kind: "TASK_CREATED", family },
      shows: "task",
      says: text(
        "ECS has accepted the task. It waits here, `PROVISIONING`: first it needs a network interface of its own. Each state has a colour and a glyph, the same everywhere.",
        "ECS đã nhận task. Nó chờ ở đây, `PROVISIONING`: trước hết nó cần một network interface riêng. Mỗi trạng thái có một màu và một ký hiệu, ở đâu cũng vậy.",
      ),
    },
    {
      until: { kind: "ENI_ATTACHED", family },
      shows: "eni",
      says: text(
        "The network interface is attached: the plug on the box. The task now has an address in its subnet and becomes `PENDING`.",
        "Network interface đã được gắn: cái phích cắm trên ô. Task giờ có địa chỉ trong subnet và chuyển sang `PENDING`.",
      ),
    },
    {
      until: { kind: "PULL_STARTED", family },
      shows: "registry",
      says: text(
        "The image leaves the registry and comes in through the internet gateway. The bar in the container fills as it arrives.",
        "Image rời kho và đi vào qua internet gateway. Thanh trong container đầy dần khi image tới nơi.",
      ),
    },
    {
      until: { kind: "TASK_RUNNING", family },
      shows: "status:RUNNING",
      says: text(
        "The container has started, and the task is `RUNNING`. All of this took some seconds of simulated time.",
        "Container đã khởi động và task ở `RUNNING`. Tất cả chỉ mất vài giây thời gian mô phỏng.",
      ),
    },
    {
      shows: "lab:time",
      says: text(
        "Time is yours. Play, pause, go one step, choose a speed, or drag the marker back: the map then shows the cloud as it was.",
        "Thời gian là của bạn. Chạy, tạm dừng, đi từng bước, chọn tốc độ, hoặc kéo con trỏ lùi lại: bản đồ sẽ hiện đám mây đúng như lúc đó.",
      ),
    },
    {
      shows: "lab:inspector",
      says: text(
        "Select a task on the map, and the inspector tells what ECS knows about it, as JSON too. **Why?** leads from what you see to what caused it.",
        "Chọn một task trên bản đồ, bảng chi tiết sẽ cho biết ECS biết gì về nó, cả ở dạng JSON. **Vì sao?** dẫn từ điều bạn thấy về nguyên nhân.",
      ),
    },
    {
      does: [stopTask(family)],
      until: { kind: "TASK_STOPPED", family },
      shows: "tray",
      says: text(
        "You asked ECS to stop it. The container was told to end, the interface was removed, and the task lies here, `STOPPED`. You can still select it.",
        "Bạn đã yêu cầu ECS dừng nó. Container được báo kết thúc, network interface bị gỡ, và task nằm ở đây, `STOPPED`. Bạn vẫn chọn được nó.",
      ),
    },
    {
      shows: "lab:checks",
      says: text(
        "These are the steps of the lesson. They turn green when the cloud shows that you did them. Your own lab waits untouched: now it is your turn.",
        "Đây là các bước của bài học. Chúng chuyển xanh khi đám mây cho thấy bạn đã làm. Lab của bạn vẫn còn nguyên: giờ đến lượt bạn.",
      ),
    },
  ],
});
