/** Answers of lab 07/02: hints, the solution, another route, and the mistakes that people make. */
import { accepted, createService, defineAnswers, refused, textsOf, UNTIL_SETTLED } from "@quayside/grader";
import { API_HOST, BETA_HOST, DOCS_HOST } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const groupArn = (name: string) => ({
  aws: `${name.toUpperCase()}=$(aws elbv2 describe-target-groups --names ${name} --query "TargetGroups[0].TargetGroupArn" --output text)`,
});
const names = [
  {
    aws: 'ALB=$(aws elbv2 describe-load-balancers --names web --query "LoadBalancers[0].LoadBalancerArn" --output text)',
  },
  {
    aws: 'LISTENER=$(aws elbv2 describe-listeners --load-balancer-arn "$ALB" --query "Listeners[0].ListenerArn" --output text)',
  },
  ...["shop", "api", "next"].map(groupArn),
];

const PATHS = (values: string) => `"Field=path-pattern,Values=${values}"`;
const HOST = (name: string) => `"Field=host-header,Values=${name}"`;
const to = (name: string) => `"Type=forward,TargetGroupArn=$${name}"`;
const split = (one: string, weight: number, other: string, otherWeight: number) =>
  `"Type=forward,ForwardConfig={TargetGroups=[{TargetGroupArn=$${one},Weight=${weight}},{TargetGroupArn=$${other},Weight=${otherWeight}}]}"`;
const answers = (status: number) => `"Type=fixed-response,FixedResponseConfig={StatusCode=${status}}"`;
const redirects = '"Type=redirect,RedirectConfig={Path=/shop/,StatusCode=HTTP_301}"';
const rule = (priority: number, conditions: string, actions: string) => ({
  aws: `aws elbv2 create-rule --listener-arn "$LISTENER" --priority ${priority} --conditions ${conditions} --actions ${actions}`,
});
/** Gives the rule of one number another one. */
const renumbered = (from: number, to: number) => [
  {
    aws: `CLOSED=$(aws elbv2 describe-rules --listener-arn "$LISTENER" --query "Rules[?Priority=='${from}'].RuleArn" --output text)`,
  },
  { aws: `aws elbv2 set-rule-priorities --rule-priorities "RuleArn=$CLOSED,Priority=${to}"` },
];
const service = createService({
  service: "shop",
  family: "shop",
  count: 2,
  more: '--load-balancers "targetGroupArn=$SHOP,containerName=shop,containerPort=80"',
});

const shop = [rule(20, PATHS("/shop/*"), to("SHOP")), service, UNTIL_SETTLED];
const begun = [...names, ...shop];
const exact = rule(21, PATHS("/shop"), to("SHOP"));
const behind = rule(30, PATHS("/shop/admin/*"), answers(403));
const closed = rule(10, PATHS("/shop/admin/*"), answers(403));
const host = rule(15, `${HOST(API_HOST)} ${PATHS("/v1/*,/v2/*")}`, to("API"));
const beta = rule(18, `${HOST(BETA_HOST)} ${PATHS("/shop/*")}`, split("SHOP", 9, "NEXT", 1));
const store = rule(40, PATHS("/store/*"), redirects);
const rest = rule(900, PATHS("*"), answers(404));

export default defineAnswers(texts, {
  hints: 3,
  solution: [...begun, exact, behind, ...renumbered(30, 10), host, beta, store, rest],
  exercise: [
    rule(1, `${HOST(DOCS_HOST)} ${PATHS("/health")}`, answers(200)),
    rule(2, HOST(DOCS_HOST), split("SHOP", 1, "API", 1)),
  ],
  routes: [
    // One rule for both paths, the narrow rule first, weights that sum up to 100.
    [
      ...names,
      closed,
      rule(20, PATHS("/shop,/shop/*"), to("SHOP")),
      service,
      UNTIL_SETTLED,
      host,
      rule(3, `${HOST(BETA_HOST)} ${PATHS("/shop/*")}`, split("SHOP", 90, "NEXT", 10)),
      store,
      rest,
    ],
  ],
  mistakes: [
    {
      id: "no-rule",
      commands: [...names, service],
      fails: "path",
      seen: refused({ operation: "CreateService", id: "service.no-balancer" }),
    },
    {
      id: "no-star",
      commands: [...names, rule(20, PATHS("/shop/"), to("SHOP")), service, UNTIL_SETTLED],
      fails: "path",
      seen: accepted({
        operation: "CreateRule",
        input: ({ Conditions }) => Conditions?.some(({ Values }) => Values?.includes("/shop/")) === true,
      }),
    },
    {
      id: "same-priority",
      commands: [...begun, rule(20, PATHS("/shop/admin/*"), answers(403))],
      fails: "order",
      seen: refused({ operation: "CreateRule", id: "listener-rule.priority-in-use" }),
    },
    {
      id: "behind-the-wider",
      commands: [...begun, behind],
      fails: "order",
      seen: accepted({
        operation: "CreateRule",
        input: ({ Priority = 0, Actions = [] }) => Priority > 20 && Actions[0]?.Type === "fixed-response",
      }),
    },
    {
      id: "host-alone",
      commands: [...begun, rule(15, HOST(API_HOST), to("API")), rule(16, PATHS("/v1/*,/v2/*"), to("API"))],
      fails: "host",
      seen: accepted({
        operation: "CreateRule",
        input: ({ Conditions = [] }) => Conditions.length === 1 && Conditions[0]?.Field === "host-header",
      }),
    },
    {
      id: "health-comes-late",
      commands: [
        ...begun,
        rule(2, HOST(DOCS_HOST), split("SHOP", 1, "API", 1)),
        rule(3, `${HOST(DOCS_HOST)} ${PATHS("/health")}`, answers(200)),
      ],
      fails: "exercise",
      seen: accepted({
        operation: "CreateRule",
        input: ({ Actions = [] }) => Actions[0]?.FixedResponseConfig?.StatusCode === "200",
      }),
    },
  ],
});
