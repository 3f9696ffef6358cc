/** Texts of lab 01/04, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Mật khẩu không ai đọc được",
  goal: "Đưa mật khẩu ra khỏi shop-api. DB_PASSWORD lấy từ key password của secret arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/database-Rq7kZe, LOG_LEVEL lấy từ parameter /shop/log-level. Thêm container thứ hai với image registry.example.com/acme/metrics:2.3; thông tin đăng nhập registry của nó là secret arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/registry-mW3xTb. Role được phép đọc tất cả những thứ này là arn:aws:iam::123456789012:role/shopExecutionRole. Đưa một task có cả hai container tới RUNNING trong cluster default.",
  checks: {
    secret: "DB_PASSWORD lấy từ secret, và mật khẩu không còn nằm ở đâu",
    parameter: "LOG_LEVEL lấy từ Parameter Store",
    read: "Một task lấy được secret và đã đạt RUNNING",
    private: "Container thứ hai lấy từ registry.example.com, có thông tin đăng nhập",
    running: "Một task có cả hai container đã đạt RUNNING",
    exercise: "Tự mình làm: shop-admin lấy ADMIN_NAME từ key username",
  },
};
