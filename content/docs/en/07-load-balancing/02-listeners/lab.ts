/** Lab 07/02: rules of a listener: a path, an order, a host, weights, answers of the load balancer's own. */
import { all, defineLab, fargateDefinition, jsonFile, requestMet, targetsTogether, textsOf } from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

const SUBNETS = ["subnet-0aaa1111222233334", "subnet-0bbb1111222233334"];
const VPC = "vpc-0a1b2c3d4e5f60718";

const shop = fargateDefinition("shop", "nginx:1.29", { portMappings: [{ containerPort: 80 }] });

const group = (Name: string) => ({
  service: "elbv2" as const,
  operation: "CreateTargetGroup",
  input: { Name, Protocol: "HTTP", Port: 80, VpcId: VPC, TargetType: "ip" },
});

/** Hosts of the lesson. */
export const API_HOST = "api.example.com";
export const BETA_HOST = "beta.example.com";
export const DOCS_HOST = "docs.example.com";

export default defineLab(texts, {
  id: "07/02",
  seed: 72,
  scenario: {
    id: "a-door-to-nobody",
    title: "A load balancer whose only rule leads to an empty target group",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "elbv2", operation: "CreateLoadBalancer", input: { Name: "web", Subnets: SUBNETS } },
      ...["empty", "shop", "next", "api"].map(group),
      {
        service: "elbv2",
        operation: "CreateListener",
        input: {
          LoadBalancerArn: "arn-of:loadBalancer/web",
          Protocol: "HTTP",
          Port: 80,
          DefaultActions: [{ Type: "forward", TargetGroupArn: "arn-of:targetGroup/empty" }],
        },
      },
      { service: "ecs", operation: "RegisterTaskDefinition", input: shop },
    ],
  },
  files: [jsonFile("shop.json", shop)],
  checks: [
    {
      id: "path",
      test: all(
        requestMet({ path: "/shop/cart", shares: { shop: 100 } }),
        targetsTogether({ group: "shop", task: { service: true }, state: "healthy", count: 2 }),
      ),
    },
    { id: "exact", test: requestMet({ path: "/shop", shares: { shop: 100 } }) },
    {
      id: "order",
      test: requestMet({ path: "/shop/admin/users", status: "403" }, { path: "/shop/cart", shares: { shop: 100 } }),
    },
    {
      id: "host",
      test: requestMet(
        { host: API_HOST, path: "/v1/orders", shares: { api: 100 } },
        { host: API_HOST, path: "/v2/orders", shares: { api: 100 } },
        { host: API_HOST, path: "/about", without: "api" },
        { host: "shop.example.com", path: "/v1/orders", without: "api" },
      ),
    },
    { id: "split", test: requestMet({ host: BETA_HOST, path: "/shop/cart", shares: { shop: 90, next: 10 } }) },
    {
      id: "answers",
      test: requestMet({ path: "/store/cart", status: "301" }, { path: "/nowhere", status: "404", byDefault: false }),
    },
    {
      id: "exercise",
      test: requestMet(
        { host: DOCS_HOST, path: "/", shares: { shop: 50, api: 50 } },
        { host: DOCS_HOST, path: "/shop/cart", shares: { shop: 50, api: 50 } },
        { host: DOCS_HOST, path: "/health", status: "200" },
        { host: "shop.example.com", path: "/shop/cart", shares: { shop: 100 } },
      ),
    },
  ],
});
