/** Lessons 01/01 to 01/04: what words of their prose ask for. */
import { container, type Json, type LessonReading, register } from "./reading.ts";

const [webserver, gallery, render] = ["webserver.json", "gallery.json", "render.json"];
const [shop, worker, api] = ["shop.json", "worker.json", "shop-api.json"];
const DATABASE = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/database-Rq7kZe:password::";

const merge = (definition: Json, shown: Json): void => void Object.assign(definition, shown);

export const definitions: readonly LessonReading[] = [
  {
    lab: "01/01",
    words: [
      {
        en: "Add\nthis line beside `cpu`, and register again:",
        vi: "Thêm dòng này bên cạnh `cpu` rồi đăng ký lại:",
        does: [{ file: webserver, edit: merge }, register(webserver)],
      },
      {
        en: "Add the promise, and register once more:",
        vi: "Hãy thêm lời\nđảm bảo đó rồi đăng ký lần nữa:",
        does: [{ file: webserver, edit: merge }, register(webserver)],
      },
      {
        en: "Run the task again with `assignPublicIp=DISABLED` and watch",
        vi: "Hãy chạy task lần nữa với\n`assignPublicIp=DISABLED` và quan sát",
        does: [{ again: "run-task", but: (line) => line.replace("ENABLED", "DISABLED") }],
      },
      {
        en: "Run it once more in `private-a`, which is `subnet-0ccc1111222233334`, without a public address.",
        vi: "Chạy thêm lần nữa trong `private-a`, tức `subnet-0ccc1111222233334`, không có địa chỉ công khai.",
        does: [
          {
            again: "run-task",
            but: (line) => line.replace("ENABLED", "DISABLED").replace("subnet-0aaa", "subnet-0ccc"),
          },
        ],
      },
    ],
  },
  {
    lab: "01/02",
    words: [
      {
        en: "Lower `agent` to `128`, and register again.",
        vi: "Hãy giảm `agent` xuống `128` rồi đăng ký lại.",
        does: [
          {
            file: gallery,
            edit: (it) => {
              container(it, "agent").cpu = 128;
            },
          },
          register(gallery),
        ],
      },
      {
        en: "Give the task 1 GB, and register once more.",
        vi: "Cho task 1 GB rồi đăng ký lần nữa.",
        does: [
          {
            file: gallery,
            edit: (it) => {
              it.memory = "1 GB";
            },
          },
          register(gallery),
        ],
      },
      {
        en: "Put a wall around the leak, and make a promise to the job. Write this in `gallery.json`, and register it:",
        vi: "Hãy dựng bức tường quanh chỗ rò rỉ, và cho job một lời hứa. Viết đoạn này vào `gallery.json` rồi đăng ký:",
        does: [{ file: gallery, edit: merge }, register(gallery)],
      },
      {
        en: 'Change `requiresCompatibilities` to `["EC2"]` and register it again.',
        vi: 'Đổi `requiresCompatibilities` thành `["EC2"]` rồi đăng ký lại.',
        does: [
          {
            file: render,
            edit: (it) => {
              it.requiresCompatibilities = ["EC2"];
            },
          },
          register(render),
        ],
      },
    ],
  },
  {
    lab: "01/03",
    words: [
      {
        en: "Add this to `migrate`, and register again:",
        vi: "Thêm dòng này vào `migrate` rồi đăng ký lại:",
        does: [{ file: shop, edit: (it, shown) => merge(container(it, "migrate"), shown) }, register(shop)],
      },
      {
        en: "Say how to ask it, and register once more:",
        vi: "Hãy nói rõ cách hỏi nó rồi đăng ký lần nữa:",
        does: [{ file: shop, edit: (it, shown) => merge(container(it, "cache"), shown) }, register(shop)],
      },
      {
        en: "Add one to the container in `worker.json`, register it, and run it:",
        vi: "Hãy thêm nó vào container trong `worker.json`, đăng ký rồi chạy:",
        does: [{ file: worker, edit: (it, shown) => merge(container(it, "worker"), shown) }],
      },
      {
        en: "Let four minutes pass.",
        vi: "Để bốn phút trôi qua.",
        does: [{ advanceMs: 240_000 }],
      },
    ],
  },
  {
    lab: "01/04",
    words: [
      {
        en: "Take the password out of `environment` in `shop-api.json`, put the secret in, and\nregister:",
        vi: "Trong `shop-api.json`, hãy bỏ mật khẩu khỏi `environment`, đưa secret vào, rồi\nđăng ký:",
        does: [
          {
            file: api,
            edit: (it) => {
              const [user, , level] = container(it, "api").environment;
              container(it, "api").environment = [user, level];
              container(it, "api").secrets = [{ name: "DB_PASSWORD", valueFrom: DATABASE }];
            },
          },
        ],
      },
      {
        en: "Move `LOG_LEVEL` from `environment` to `secrets`, from the parameter `/shop/log-level`, and register again.",
        vi: "Chuyển `LOG_LEVEL` từ `environment` sang `secrets`, lấy từ parameter `/shop/log-level`, rồi đăng ký lại.",
        does: [
          {
            file: api,
            edit: (it) => {
              container(it, "api").environment.pop();
              container(it, "api").secrets.push({ name: "LOG_LEVEL", valueFrom: "/shop/log-level" });
            },
          },
          register(api),
        ],
      },
      {
        en: "Change `executionRoleArn` in the file to `arn:aws:iam::123456789012:role/shopExecutionRole`, register and run again.",
        vi: "Trong tệp, đổi `executionRoleArn` thành `arn:aws:iam::123456789012:role/shopExecutionRole`, đăng ký rồi chạy lại.",
        does: [
          {
            file: api,
            edit: (it) => {
              it.executionRoleArn = "arn:aws:iam::123456789012:role/shopExecutionRole";
            },
          },
          register(api),
          { again: "run-task" },
        ],
      },
      {
        en: "Add it as a second container, with a name and this image, register, and run it.",
        vi: "Hãy thêm nó làm container thứ hai, với một cái tên và image này, đăng ký rồi chạy.",
        does: [
          {
            file: api,
            edit: (it) =>
              it.containerDefinitions.push({ name: "metrics", image: "registry.example.com/acme/metrics:2.3" }),
          },
          register(api),
          { again: "run-task" },
        ],
      },
      {
        en: "Name the secret\nbeside the image, and register again:",
        vi: "Hãy nêu secret đó\nbên cạnh image rồi đăng ký lại:",
        does: [{ file: api, edit: (it, shown) => merge(container(it, "metrics"), shown) }, register(api)],
      },
    ],
    shows: ['"environment": [{ "name": "DB_USER"'],
  },
];
