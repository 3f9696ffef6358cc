/** Conditions about requests, over the rules of a load balancer. */
import { expect, test } from "vitest";
import { Balanced } from "../testing/balanced.ts";
import { told } from "../testing/told.ts";
import { type RequestMatch, requestMet } from "./requests.ts";

const LATER = { Type: "fixed-response", FixedResponseConfig: { StatusCode: "404" } };

test("the first rule that matches decides, and the default rule after all others", () => {
  const balanced = new Balanced();
  expect(requestMet({})(balanced.view()).observed("en")).toBe(
    "No load balancer takes a request for port 80, path / yet.",
  );
  const listener = balanced.listen(LATER);
  balanced.rule(listener, 20, "/shop/*", { Type: "forward", TargetGroupArn: balanced.web });
  const meets = (match: RequestMatch) => requestMet(match)(balanced.view()).passed;
  expect(meets({ path: "/shop/cart", shares: { web: 100 } })).toBe(true);
  expect(meets({ path: "/shop", shares: { web: 100 } })).toBe(false);
  expect(meets({ path: "/shop", status: "404", byDefault: true })).toBe(true);
  expect([meets({ path: "/shop", without: "web" }), meets({ path: "/shop/cart", without: "next" })]).toEqual([
    true,
    true,
  ]);
  expect(meets({ path: "/shop/cart", targetType: "instance" })).toBe(false);
  expect(meets({ path: "/shop/cart", port: 8080 })).toBe(false);
  expect(meets({ path: "/shop/cart", balancer: "other" })).toBe(false);
  expect(requestMet({ path: "/shop/a", shares: { web: 100 } }, { status: "404" })(balanced.view()).passed).toBe(true);
  expect(requestMet({ path: "/shop/a", shares: { web: 100 } }, { status: "301" })(balanced.view()).passed).toBe(false);
  expect(requestMet({}, { path: "/shop/a", status: "301" })(balanced.view()).observed("en")).toBe(
    "A request for port 80, path /shop/a meets the rule of priority 20: forward web.",
  );
  balanced.rule(listener, 10, "/shop/old*", {
    Type: "redirect",
    RedirectConfig: { Path: "/shop/", StatusCode: "HTTP_301" },
  });
  expect(told(requestMet({ path: "/shop/old", status: "301" })(balanced.view()))).toMatchObject({
    passed: true,
    observed: {
      en: "A request for port 80, path /shop/old meets the rule of priority 10: redirect HTTP_301.",
      vi: "Request tới port 80, path /shop/old gặp luật có priority 10: redirect HTTP_301.",
    },
  });
});

test("weights are shares of all requests, and a group of weight 0 gets none", () => {
  const balanced = new Balanced();
  const group = (TargetGroupArn: string, Weight: number) => ({ TargetGroupArn, Weight });
  balanced.listen({
    Type: "forward",
    ForwardConfig: { TargetGroups: [group(balanced.web, 9), group(balanced.next, 1)] },
  });
  const met = (shares: Record<string, number>) => requestMet({ shares })(balanced.view());
  expect(met({ web: 90, next: 10 }).observed("en")).toContain("forward web 90 %, next 10 %.");
  expect([met({ web: 100 }).passed, met({ web: 10, next: 90 }).passed]).toEqual([false, false]);
});
