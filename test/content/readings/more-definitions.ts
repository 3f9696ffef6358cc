/** Lessons 01/05 to 01/08: what words of their prose ask for. */
import { container, type Json, type LessonReading, register } from "./reading.ts";

const [report, album, later] = ["report.json", "album.json", "later.json"];
const [shop, broken] = ["shop.json", "shop-web.json"];
/** The last block of the broken file, in the language of Terraform. */
const HCL = / {2}secrets = \[[\s\S]*?\n {2}\]\n/;

const merge = (definition: Json, shown: Json): void => void Object.assign(definition, shown);

export const moreDefinitions: readonly LessonReading[] = [
  {
    lab: "01/05",
    words: [
      {
        en: "Add one to the container in `report.json`:",
        vi: "Hãy thêm một log driver cho container trong `report.json`:",
        does: [{ file: report, edit: (it, shown) => merge(container(it, "report"), shown) }],
      },
      {
        en: "Add it at the task level and register again.",
        vi: "Hãy thêm role này ở cấp task rồi đăng ký lại.",
        does: [{ file: report, edit: merge }, register(report)],
      },
      {
        en: "Run the job again with the command of the first step.",
        vi: "Chạy lại job bằng lệnh ở bước đầu tiên.",
        does: [{ again: "run-task" }],
      },
      {
        en: "Run the job once more, and look for its stream:",
        vi: "Chạy job thêm lần nữa và tìm stream của nó:",
        does: [{ again: "run-task" }],
      },
      {
        en: "Add the variable to the container, register, run.",
        vi: "Thêm biến đó vào container, đăng ký, chạy.",
        does: [
          {
            file: report,
            edit: (it) => {
              container(it, "report").environment = [{ name: "REPORT_BUCKET", value: "shop-reports" }];
            },
          },
          register(report),
          { again: "run-task" },
        ],
      },
    ],
  },
  {
    lab: "01/06",
    words: [
      {
        en: "The task gives it a name, beside `containerDefinitions`:",
        vi: "Task đặt tên cho nó, bên cạnh `containerDefinitions`:",
        does: [{ file: album, edit: merge }],
      },
      {
        en: "This stands in `writer` **and** in `reader`:",
        vi: "Đoạn này nằm trong `writer` **và** trong `reader`:",
        does: [
          {
            file: album,
            edit: (it, shown) => {
              for (const name of ["writer", "reader"]) merge(container(it, name), shown);
            },
          },
        ],
      },
      {
        en: "Run `album` again, and `reader` prints the note.",
        vi: "Chạy lại `album`, và `reader` in được ghi chú.",
        does: [{ again: "run-task --task-definition album" }],
      },
      {
        en: "Give the volume a kind, in *both* files; the mount points stay as they are:",
        vi: "Hãy nói rõ volume thuộc loại nào, trong *cả hai* tệp; mount point giữ nguyên:",
        does: [
          { file: album, edit: merge },
          { file: later, edit: merge },
        ],
      },
      {
        en: 'Register both, run `album` once more, wait until it is <State s="STOPPED" />, and run `later` in `public-b`.',
        vi: 'Đăng ký cả hai, chạy `album` thêm lần nữa, đợi nó <State s="STOPPED" />, rồi chạy `later` trong `public-b`.',
        does: [
          register(album),
          { again: "register-task-definition", but: (line) => line.replace(album, later) },
          { again: "run-task --task-definition album" },
          { until: { taskStopped: "album" }, atMost: "5 min" },
          { again: "run-task --task-definition later" },
        ],
      },
    ],
    shows: ['"ephemeralStorage"'],
  },
  {
    lab: "01/07",
    words: [
      {
        en: "Open `shop.json` and write the digest of your **first** task behind the repository",
        vi: "Mở `shop.json` và viết digest của task **đầu tiên** ngay sau repository",
        does: [{ file: shop, edit: (it, shown) => merge(container(it, "shop"), shown) }],
      },
      {
        en: "Register `shop.json` once more and read the number.",
        vi: "Đăng ký `shop.json` thêm lần nữa và đọc số.",
        does: [register(shop)],
      },
    ],
  },
  {
    lab: "01/08",
    words: [
      {
        en: "Add the comma and register again. The parser stops at the next fault",
        vi: "Thêm dấu phẩy rồi đăng ký lại. Bộ đọc dừng ở lỗi kế tiếp",
        does: [{ file: broken, from: '"memory": "512"\n', to: '"memory": "512",\n' }, register(broken)],
      },
      {
        en: "The same game: look at the end of line 13, and register again.",
        vi: "Vẫn cách ấy: nhìn vào cuối dòng 13, rồi đăng ký lại.",
        does: [{ file: broken, from: "8080 }]\n", to: "8080 }],\n" }, register(broken)],
      },
      {
        en: "Write it where it stands, for now, and register again:",
        vi: "Lúc này cứ viết nó ngay tại chỗ rồi đăng ký lại:",
        does: [{ file: broken, from: HCL, to: (shown) => shown.replace(/^(?=.)/gm, "  ") }, register(broken)],
      },
      {
        en: "Mend all three, and register once more.",
        vi: "Hãy sửa cả ba rồi đăng ký lần nữa.",
        does: [
          {
            file: broken,
            edit: (it) => {
              it.cpu = "256";
              const web = container(it, "web");
              web.secrets = it.secrets;
              it.executionRoleArn = web.executionRoleArn;
              delete it.secrets;
              delete web.executionRoleArn;
            },
          },
          register(broken),
        ],
      },
      {
        en: "Drop `hostPort`, and register again.",
        vi: "Hãy bỏ `hostPort` rồi đăng ký lại.",
        does: [
          { file: broken, edit: (it) => void delete container(it, "web").portMappings[0].hostPort },
          register(broken),
        ],
      },
      {
        en: 'Add `"awslogs-region": "us-east-1"` to the options, and register once more.',
        vi: 'Hãy thêm `"awslogs-region": "us-east-1"` vào các option rồi đăng ký lần nữa.',
        does: [
          {
            file: broken,
            edit: (it) => {
              container(it, "web").logConfiguration.options["awslogs-region"] = "us-east-1";
            },
          },
          register(broken),
        ],
      },
      {
        en: "Compare the tag with the goal, repair it and register once more.",
        vi: "So tag với đề bài, sửa lại rồi đăng ký thêm lần nữa.",
        does: [{ file: broken, from: "nginx:1.92", to: "nginx:1.29" }, register(broken)],
      },
      {
        en: 'Run it again and follow it to <State s="RUNNING" />.',
        vi: 'Chạy lại và theo dõi nó tới khi <State s="RUNNING" />.',
        does: [{ again: "run-task" }],
      },
    ],
  },
];
