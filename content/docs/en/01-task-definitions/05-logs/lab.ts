/** Lab 01/05: a job that fails and says nothing. Give it a log, find out what it lacks, let it finish. */
import { defineLab, hasContainer, jsonFile, registered, taskHasLogStream, taskStopped, text } from "@quayside/grader";

export const file = "report.json";
export const family = "report";
export const group = "/ecs/report";
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
export const options = { "awslogs-group": group, "awslogs-region": "us-east-1", "awslogs-stream-prefix": "nightly" };

/** The job with more in its container, and with an execution role when one is named. */
export const define = (container: object, executionRole?: string) => ({
  family,
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  ...(executionRole && { executionRoleArn: role(executionRole) }),
  containerDefinitions: [{ name: "report", image: "quayside/report:1", ...container }],
});
export const usual = "ecsTaskExecutionRole";
const start = define({});

export const logged = hasContainer({ name: "report", logDriver: "awslogs", logOptions: options });
export const worked = taskStopped({ family, exitCode: 0, definition: [logged] });

export default defineLab({
  id: "01/05",
  seed: 15,
  title: text("A job that says nothing", "Một job không nói gì"),
  scenario: {
    id: "silent-report",
    title: "A registered job without a log",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: start },
    ],
  },
  files: [jsonFile(file, start)],
  goal: text(
    `The job report fails and nobody knows why. Run it once as it is. Then send what the container report prints to the log group ${group} in us-east-1, with the prefix nightly. The execution role ${role(usual)} may write logs, ${role("loggingExecutionRole")} may also create log groups. Read what the job says, give it what it asks for (the bucket is shop-reports), and run it with exit code 0.`,
    `Job report bị lỗi mà không ai biết vì sao. Hãy chạy nó một lần như hiện tại. Sau đó gửi những gì container report in ra vào log group ${group} ở us-east-1, với prefix nightly. Execution role ${role(usual)} được phép ghi log, còn ${role("loggingExecutionRole")} được phép tạo cả log group. Đọc xem job nói gì, cho nó thứ nó cần (bucket là shop-reports), rồi chạy cho tới khi thoát với mã 0.`,
  ),
  checks: [
    {
      id: "silent",
      title: text("The job ended with exit code 1", "Job đã kết thúc với mã thoát 1"),
      test: taskStopped({ family, exitCode: 1 }),
    },
    {
      id: "configured",
      title: text("The container report writes to the log group", "Container report ghi vào log group"),
      test: registered({ family, where: [logged] }),
    },
    {
      id: "stream",
      title: text("A run of it has a log stream", "Một lần chạy của nó có log stream"),
      test: taskHasLogStream({ family, group, stream: "nightly/report/" }),
    },
    {
      id: "worked",
      title: text("A run with a log ended with exit code 0", "Một lần chạy có log kết thúc với mã thoát 0"),
      test: worked,
    },
  ],
});
