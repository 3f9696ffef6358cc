/** Texts of lab 07/02, in English. */
export const en = {
  title: "Who gets this request?",
  goal: "Let requests for /shop and all below it reach a service of two tasks. Close /shop/admin, although a wider rule is there already. Send a host to another group, and a tenth of another host's requests to the next version. Answer what is left over without any target.",
  checks: {
    path: "/shop/cart leads to two healthy tasks of a service",
    exact: "/shop leads to them, too",
    order: "/shop/admin/users is answered with 403, /shop/cart is not",
    host: "/v1 and /v2 of api.example.com lead to the group api, and nothing else does",
    split: "A tenth of beta.example.com/shop goes to the group next",
    answers: "/store is redirected, and what nobody wants gets a 404",
    exercise: "On your own: all of docs.example.com half and half, but for /health",
  },
} as const;
