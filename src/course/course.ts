// The order of the course: parts and lessons with their titles in both languages. The sidebar, the course map and the
// "next lesson" links all come from here; a lesson counts as written when its folder holds an index.mdx.

/** A text in every language of the site; Vietnamese falls back to English when it is missing. */
export interface CourseText {
  en: string;
  vi: string;
}

/** One lesson: its number in the part, the folder it lives in (without the number) and its title. */
export interface CourseLesson {
  /** Stable id, part and lesson number: "01/01". Progress is stored under it. */
  id: string;
  /** Folder below content/docs/<language>, with numbers: "01-task-definitions/01-anatomy". */
  folder: string;
  /** Path of the page without language and slashes at the ends: "task-definitions/anatomy". */
  slug: string;
  title: CourseText;
}

export interface CoursePart {
  /** Two digits: "01". */
  number: string;
  folder: string;
  title: CourseText;
  lessons: readonly CourseLesson[];
}

type LessonRow = readonly [folder: string, en: string, vi: string];

/** The whole course in reading order, planned lessons included. */
export const course: readonly CoursePart[] = [
  part("00-start", "Start here", "Bắt đầu", [
    ["01-what-you-can-do", "What you can do here", "Bạn làm được gì ở đây"],
    ["02-ecs-in-one-picture", "ECS in one picture", "ECS trong một bức tranh"],
  ]),
  part("01-task-definitions", "Task definitions", "Task definition", [
    ["01-anatomy", "Anatomy of a task definition", "Giải phẫu một task definition"],
    ["02-cpu-and-memory", "CPU and memory", "CPU và bộ nhớ"],
    ["03-several-containers", "Several containers", "Nhiều container"],
    ["04-secrets", "Environment, secrets, private registries", "Biến môi trường, secret, registry riêng"],
    ["05-logs", "Logs", "Log"],
    ["06-storage", "Storage", "Lưu trữ"],
    ["07-revisions", "Revisions and images", "Revision và image"],
    ["08-repair", "Repair a broken definition", "Sửa một definition hỏng"],
  ]),
  part("02-tasks", "Tasks", "Task", [
    ["01-life-of-a-task", "Life of a task", "Vòng đời của một task"],
    ["02-standalone-and-services", "Standalone tasks and services", "Task độc lập và service"],
    ["03-why-tasks-stop", "Why tasks stop", "Vì sao task dừng"],
    ["04-schedules-and-events", "On a schedule, on an event", "Theo lịch, theo sự kiện"],
    ["05-exec", "Step inside with ECS Exec", "Vào trong bằng ECS Exec"],
  ]),
  part("03-where-tasks-run", "Where tasks run", "Task chạy ở đâu", [
    ["01-launch-types", "Fargate, EC2, External, Managed Instances", "Fargate, EC2, External, Managed Instances"],
    ["02-container-instances", "Container instances and the agent", "Container instance và agent"],
    ["03-strategies", "Placement strategies", "Chiến lược xếp chỗ"],
    ["04-constraints", "Placement constraints", "Ràng buộc xếp chỗ"],
    ["05-daemons", "Daemons", "Daemon"],
    ["06-stuck-in-pending", "A task that stays pending", "Task mắc ở PENDING"],
  ]),
  part("04-roles", "Roles", "Role", [
    ["01-execution-and-task-role", "Execution role and task role", "Execution role và task role"],
    ["02-other-roles", "The instance profile and the rest", "Instance profile và các role khác"],
    ["03-least-privilege", "Read a denial", "Đọc một lời từ chối quyền"],
    ["04-drills", "Five broken roles", "Năm role hỏng"],
  ]),
  part("05-networks", "Networks", "Mạng", [
    ["01-awsvpc", "awsvpc", "awsvpc"],
    ["02-bridge", "bridge", "bridge"],
    ["03-host", "host", "host"],
    ["04-out-of-addresses", "Out of addresses", "Hết địa chỉ"],
    ["05-public-and-private", "Public, private, NAT, endpoints", "Public, private, NAT, endpoint"],
  ]),
  part("06-services", "Services", "Service", [
    ["01-desired-count", "Desired count and self-healing", "Desired count và tự hồi phục"],
    ["02-rolling-updates", "Rolling updates", "Rolling update"],
    ["03-circuit-breaker", "Circuit breaker and rollback", "Circuit breaker và rollback"],
    ["04-blue-green", "Blue/green, canary, linear", "Blue/green, canary, linear"],
    ["05-force-deployment", "Force a new deployment", "Ép triển khai lại"],
  ]),
  part("07-load-balancing", "Load balancing", "Cân bằng tải", [
    ["01-target-groups", "Target groups: ip or instance", "Target group: ip hay instance"],
    ["02-listeners", "Listeners and path rules", "Listener và luật đường dẫn"],
    ["03-health-checks", "Health checks and grace period", "Health check và grace period"],
    ["04-draining", "Draining", "Draining"],
    ["05-alb-or-nlb", "ALB or NLB", "ALB hay NLB"],
    ["06-keep-tasks-private", "Keep tasks private", "Giữ task trong mạng riêng"],
  ]),
  part("08-scaling", "Scaling and cost", "Mở rộng và chi phí", [
    ["01-target-tracking", "Target tracking", "Target tracking"],
    ["02-step-scaling", "Step scaling", "Step scaling"],
    ["03-scheduled-scaling", "Scheduled scaling", "Mở rộng theo lịch"],
    ["04-queues", "Custom metrics and queues", "Metric riêng và hàng đợi"],
    ["05-capacity-providers", "Capacity providers", "Capacity provider"],
    ["06-cluster-auto-scaling", "Cluster auto scaling", "Cluster auto scaling"],
    ["07-spot", "Fargate Spot", "Fargate Spot"],
    ["08-cost", "What it costs", "Chi phí"],
  ]),
  part("09-operations", "Operations", "Vận hành", [
    ["01-metrics", "Metrics and Container Insights", "Metric và Container Insights"],
    ["02-events", "Events and notifications", "Sự kiện và thông báo"],
    ["03-architectures", "Reference architectures", "Kiến trúc mẫu"],
    ["04-drills", "Incident drills", "Diễn tập sự cố"],
    ["05-exam-day", "Exam day", "Ngày thi"],
  ]),
];

/** Every lesson of the course, in reading order. */
export const allLessons: readonly CourseLesson[] = course.flatMap((each) => each.lessons);

/** The lesson with this id ("01/01"), or undefined when the course has none. */
export function lessonById(id: string): CourseLesson | undefined {
  return allLessons.find((lesson) => lesson.id === id);
}

/** The part that holds a lesson, or undefined when the course has no such lesson. */
export function partOfLesson(id: string): CoursePart | undefined {
  return course.find((each) => each.lessons.some((lesson) => lesson.id === id));
}

/** Removes the order numbers of a content path: "00-start/01-what-you-can-do" becomes "start/what-you-can-do". */
export function withoutNumbers(path: string): string {
  return path
    .split("/")
    .map((segment) => segment.replace(/^\d+-/, ""))
    .join("/");
}

function part(folder: string, en: string, vi: string, rows: readonly LessonRow[]): CoursePart {
  const number = folder.slice(0, 2);
  const lessons = rows.map(([name, lessonEn, lessonVi]) => ({
    id: `${number}/${name.slice(0, 2)}`,
    folder: `${folder}/${name}`,
    slug: withoutNumbers(`${folder}/${name}`),
    title: { en: lessonEn, vi: lessonVi },
  }));
  return { number, folder, title: { en, vi }, lessons };
}
