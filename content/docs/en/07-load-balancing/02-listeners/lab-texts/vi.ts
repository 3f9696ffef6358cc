/** Texts of lab 07/02, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Ai nhận request này?",
  goal: "Hãy để request tới /shop và mọi thứ bên dưới tới được một service có hai task. Đóng /shop/admin, dù đã có một luật rộng hơn. Đưa một host tới group khác, và một phần mười request của một host khác tới phiên bản kế tiếp. Trả lời phần còn lại mà không cần target nào.",
  checks: {
    path: "/shop/cart dẫn tới hai task khỏe của một service",
    exact: "/shop cũng dẫn tới chúng",
    order: "/shop/admin/users được trả lời 403, còn /shop/cart thì không",
    host: "/v1 và /v2 của api.example.com dẫn tới group api, và không gì khác dẫn tới đó",
    split: "Một phần mười của beta.example.com/shop đi tới group next",
    answers: "/store được chuyển hướng, và request không ai nhận thì được trả 404",
    exercise: "Tự mình làm: cả docs.example.com chia đôi, trừ /health",
  },
};
