/**
 * `quayside request NAME[:PORT]/PATH` in the page's terminal: which rule of a load balancer's listener a request meets, and why the
 * rules before it do not match. It only reads rules and targets: nothing is sent, and nothing of it goes into the run.
 */
import {
  type CloudReaders,
  listenersOf,
  type RequestShape,
  type RowOf,
  ruleFor,
  rulesOf,
  type Session,
  targetsOf,
} from "@quayside/simulator";

type RuleRow = RowOf<"rules">;
type Tables = Session["tables"];

const USAGE = `usage: quayside request NAME[:PORT][/PATH[?QUERY]] [--host NAME] [--method METHOD] [--header "NAME: VALUE"]... [--from ADDRESS]

  NAME      of an Application Load Balancer, or its DNS name
  PORT      of its listener; 80 unless it says otherwise
  --host    what stands in the Host header: the DNS name of the load balancer unless it says otherwise
  --from    address that the request comes from; 203.0.113.99 unless it says otherwise
`;

interface Printed {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Asked {
  readonly name: string;
  readonly port: number;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly host?: string | undefined;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly sourceIp: string;
}

/** Runs the words behind `quayside request`. Exit code 0: a rule decides, 2: the line is wrong, or nobody listens. */
export function runRequest(words: readonly string[], { tables }: Session): Printed {
  if (words.includes("--help")) return { exitCode: 0, stdout: USAGE, stderr: "" };
  const asked = readWords(words);
  if (asked === undefined) return { exitCode: 2, stdout: "", stderr: USAGE };
  const balancer = [...tables.loadBalancers.values()].find(
    ({ loadBalancerName, dnsName }) => asked.name === loadBalancerName || asked.name === dnsName,
  );
  if (balancer === undefined) return refused(`There is no load balancer ${asked.name}.`);
  const { loadBalancerArn, loadBalancerName, type, dnsName } = balancer;
  if (type !== "application")
    return refused(`${loadBalancerName} sees connections, not requests: it has no rules for them.`);
  const listener = listenersOf(tables, loadBalancerArn).find(({ port }) => port === asked.port);
  if (listener === undefined) return refused(`${loadBalancerName} does not listen on port ${asked.port}.`);
  const rules = rulesOf(tables, listener.listenerArn);
  return { exitCode: 0, stdout: describe(tables, rules, { ...asked, host: asked.host ?? dnsName }), stderr: "" };
}

function refused(sentence: string): Printed {
  return { exitCode: 2, stdout: "", stderr: `quayside: ${sentence}\n` };
}

function readWords(words: readonly string[]): Asked | undefined {
  const options: Record<string, string[]> = { "--host": [], "--method": [], "--header": [], "--from": [] };
  const places: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] as string;
    if (!word.startsWith("--")) places.push(word);
    else {
      index += 1;
      const value = words[index];
      if (value === undefined || !Object.hasOwn(options, word)) return undefined;
      options[word]?.push(value);
    }
  }
  const match = /^(?:http:\/\/)?([^/:?]+)(?::(\d{1,5}))?(\/[^?]*)?(?:\?(.*))?$/.exec(places[0] ?? "");
  if (match === null || places.length > 1) return undefined;
  const [, name = "", port = "80", path = "/", query = ""] = match;
  const pairs = (options["--header"] ?? []).map((header) => header.split(/:\s*/, 2) as [string, string]);
  return {
    name,
    port: Number(port),
    path,
    query: Object.fromEntries(new URLSearchParams(query)),
    host: options["--host"]?.at(-1),
    method: options["--method"]?.at(-1) ?? "GET",
    headers: Object.fromEntries(pairs),
    sourceIp: options["--from"]?.at(-1) ?? "203.0.113.99",
  };
}

/** The rules as they are asked, until the one that matches; those behind it are not asked. */
function describe(tables: Tables, rules: readonly RuleRow[], asked: Asked & { readonly host: string }): string {
  const request: RequestShape = asked;
  const met = rules.findIndex((rule) => ruleFor({ port: asked.port, rules: [rule] }, request) !== undefined);
  const lines = rules.map((rule, index) => {
    const mark = index < met ? "no" : index === met ? "ok" : "--";
    return `  ${mark}  ${String(rule.priority).padEnd(7)}  ${conditionsOf(rule)}`;
  });
  const behind = rules.length - 1 - met;
  const rule = rules[met] as RuleRow;
  const said =
    rule.priority === "default" ? "The default rule decides" : `The rule of priority ${rule.priority} decides`;
  const notAsked = behind > 0 ? `  --  not asked: a rule before it has matched\n` : "";
  return `${asked.method} http://${asked.host}${asked.path}\n${lines.join("\n")}\n${notAsked}${said}: ${actionOf(tables, rule)}\n`;
}

function conditionsOf({ conditions }: RuleRow): string {
  if (conditions.length === 0) return "everything else";
  return conditions
    .map((condition) => {
      if (condition.field === "query-string") {
        const pairs = condition.pairs.map(({ key, value }) => (key === undefined ? value : `${key}=${value}`));
        return `query-string ${pairs.join(" or ")}`;
      }
      const name = condition.field === "http-header" ? `http-header ${condition.name}` : condition.field;
      return `${name} ${condition.values.join(" or ")}`;
    })
    .join(" and ");
}

/** What the rule does, and what comes of it. */
function actionOf(tables: Tables, { action }: RuleRow): string {
  if (action.type === "fixed-response") return `it answers ${action.statusCode} itself.`;
  if (action.type === "redirect") {
    const { protocol, host, port, path, query, statusCode } = action;
    return `${statusCode.replace("HTTP_", "")} to ${protocol}://${host}:${port}${path}?${query}`;
  }
  const sum = action.groups.reduce((all, { weight }) => all + weight, 0);
  const groups = action.groups.map(({ targetGroupArn, weight }) => {
    const share = action.groups.length === 1 ? "" : ` ${Math.round((100 * weight) / sum)} %`;
    return `${groupOf(tables, targetGroupArn)}${share}`;
  });
  return `forward to ${groups.join(", ")}`;
}

function groupOf(tables: Pick<CloudReaders, "targetGroups" | "targets">, targetGroupArn: string): string {
  const name = tables.targetGroups.get(targetGroupArn)?.targetGroupName ?? "";
  const there = targetsOf(tables, { targetGroupArn }).filter(({ state }) => state !== "draining" && state !== "unused");
  if (there.length === 0) return `${name} (nobody is in it: 503)`;
  return `${name} (${there.filter(({ state }) => state === "healthy").length} of ${there.length} healthy)`;
}
