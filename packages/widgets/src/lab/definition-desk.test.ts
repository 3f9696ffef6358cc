/** The buttons around a definition and the moments of a run, against the real simulator. */
import { Session } from "@quayside/simulator";
import { describe, expect, it } from "vitest";
import { arriving } from "../i18n/by-language.ts";
import { textsFor } from "../i18n/index.ts";
import { LabRun } from "../run/lab-run.ts";
import { sandboxLab } from "../run/sandbox-lab.ts";
import {
  comparisonOf,
  noticeOf,
  placesOf,
  register,
  registerAndRun,
  clientOf as sendTo,
  stopTask,
  wouldBeTaken,
} from "./definition-desk.ts";

const [webserver] = sandboxLab.files.map((file) => file.text) as [string];

describe("register and run", () => {
  it("registers the text and runs one task with a public address", () => {
    const session = Session.start();
    const result = registerAndRun(sendTo(session), session.tables, webserver);
    expect(result.ok).toBe(true);
    session.stepUntilQuiet();
    const [task] = [...session.tables.tasks.values()];
    expect(task).toMatchObject({ lastStatus: "RUNNING" });
    expect(task?.networkInterface?.publicIpv4Address).toBeDefined();
  });

  it("runs a definition that only EC2 takes on a container instance", () => {
    const session = Session.start();
    session.call("quayside", "ProvideContainerInstances", { count: 2 });
    const run = (networkMode: string) => {
      const container = { name: "web", image: "nginx", memory: 64 };
      const family = `web-${networkMode}`;
      const definition = { family, networkMode, requiresCompatibilities: ["EC2"], containerDefinitions: [container] };
      return registerAndRun(sendTo(session), session.tables, JSON.stringify(definition));
    };
    expect([run("bridge").ok, run("awsvpc").ok]).toEqual([true, true]);
    session.stepUntilQuiet();
    const tasks = [...session.tables.tasks.values()];
    expect(tasks.map(({ lastStatus, spec }) => [lastStatus, spec.launchType])).toEqual([
      ["RUNNING", "EC2"],
      ["RUNNING", "EC2"],
    ]);
  });

  it("keeps AWS's words when it is refused", () => {
    const session = Session.start();
    const text = webserver.replace('"512"', '"123"');
    const result = registerAndRun(sendTo(session), session.tables, text);
    expect(result).toMatchObject({
      ok: false,
      reason: "refused",
      operation: "RegisterTaskDefinition",
      code: "ClientException",
    });
    expect(session.tables.tasks.size).toBe(0);
    expect(placesOf(text, result)).toEqual(["memory"]);
    expect(placesOf(text, { ok: true })).toEqual([]);
  });

  it("says what is wrong with a text that is not JSON, and where there is nothing to run in", () => {
    const session = Session.start({ scenario: { id: "none", title: "Nothing", commands: [] } });
    expect(registerAndRun(sendTo(session), session.tables, "{")).toEqual({
      ok: false,
      reason: "bad-json",
      fault: { code: "unclosed", detail: "", line: 1 },
    });
    expect(registerAndRun(sendTo(session), session.tables, webserver)).toEqual({ ok: false, reason: "no-cluster" });
  });

  it("says in the page's language what keeps a text from being JSON, and in which line", async () => {
    await arriving("vi");
    const session = Session.start();
    const result = register(sendTo(session), '{\n  "family": "web",\n}');
    const said = (language: string) =>
      result.ok ? [] : noticeOf(result, () => "", { t: textsFor(language), language }, []);
    expect(said("en")).toMatchObject({ title: "This is not JSON. Line 2: No comma after the last item." });
    expect(said("vi")).toMatchObject({ title: "Đây không phải JSON. Dòng 2: Không đặt dấu phẩy sau phần tử cuối." });
  });

  it("refuses a definition of the wrong shape as the client of the API does", () => {
    const session = Session.start();
    expect(registerAndRun(sendTo(session), session.tables, '{"family": 3}')).toMatchObject({
      reason: "refused",
      code: "ParamValidation",
    });
    expect(placesOf('{"family": 3}', { ok: false, message: "x" })).toEqual([]);
    expect(placesOf("{", { ok: false, message: "x" })).toEqual([]);
  });

  it("knows when a text that was refused would be taken", () => {
    const taken = [webserver, webserver.replace('"512"', '"123"'), "{", "3"].map(wouldBeTaken);
    expect(taken).toEqual([true, false, false, false]);
  });

  it("stops a task, and gives the refusal for one that never was", () => {
    const session = Session.start();
    const result = registerAndRun(sendTo(session), session.tables, webserver);
    if (!result.ok) throw new Error("not run");
    expect(stopTask(sendTo(session), result.taskArn, "default")).toMatchObject({ ok: true });
    expect(stopTask(sendTo(session), "0".repeat(32), "default")).toMatchObject({ ok: false, reason: "refused" });
  });

  it("registers only what changed; the button that registers does it every time", () => {
    const session = Session.start();
    const send = sendTo(session);
    const spread = JSON.stringify(JSON.parse(webserver), null, 7);
    const first = registerAndRun(send, session.tables, webserver);
    const again = registerAndRun(send, session.tables, spread);
    const other = registerAndRun(send, session.tables, webserver.replace('"512"', '"1024"'));
    const revisions = [first, again, other].map((result) => (result.ok ? result.revision : result.reason));
    expect(revisions).toEqual(["webserver:1", "webserver:2", "webserver:3"]);
    expect(register(send, webserver)).toMatchObject({ ok: true, revision: "webserver:4" });
    expect(register(send, webserver)).toMatchObject({ ok: true, revision: "webserver:5" });
  });
});

describe("the comparison with the newest revision", () => {
  it("shows nothing but what registering would change", () => {
    const session = Session.start();
    const { tables } = session;
    expect(comparisonOf(tables, webserver)).toMatchObject({ revision: undefined, family: "webserver" });
    register(sendTo(session), webserver);
    const same = comparisonOf(tables, JSON.stringify(JSON.parse(webserver)));
    expect(same.revision).toBe("webserver:1");
    expect(same.after).toBe(same.before);
    const more = comparisonOf(tables, webserver.replace('"512"', '"1024"'));
    expect(more.after).toBe(more.before.replace('"memory": "512"', '"memory": "1024"'));
  });

  it("also compares what AWS would refuse, and says when a text is not ready", () => {
    const session = Session.start();
    register(sendTo(session), webserver);
    expect(comparisonOf(session.tables, webserver.replace('"512"', '"5"')).after).toContain('"memory": "5"');
    for (const text of ["{", "[]", "3", '{"cpu": "256"}']) {
      expect(comparisonOf(session.tables, text).after).toBeUndefined();
    }
  });
});

describe("a run of a lab", () => {
  function begin(): LabRun {
    const run = new LabRun(sandboxLab, Session.start(sandboxLab));
    registerAndRun(sendTo(run.session), run.session.tables, webserver);
    run.lookAtPresent();
    run.session.stepUntilQuiet();
    run.lookAtPresent();
    return run;
  }

  it("shows the past as it was, without touching the present", () => {
    const run = begin();
    const head = run.session.nowMs;
    run.look(2000);
    expect(run.inPast).toBe(true);
    expect([...run.moment.tables.tasks.values()][0]?.lastStatus).toBe("PROVISIONING");
    expect(run.session.nowMs).toBe(head);
    run.lookAtPresent();
    expect([...run.moment.tables.tasks.values()][0]?.lastStatus).toBe("RUNNING");
  });

  it("steps through the past record by record, and then through what is due", () => {
    const run = begin();
    run.look(0);
    const moments: number[] = [];
    for (let count = 0; count < 200 && run.inPast; count += 1) {
      run.step();
      moments.push(run.moment.atMs);
    }
    expect(run.inPast).toBe(false);
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    expect(new Set(moments).size).toBe(moments.length);
  });

  it("continues from a past moment: what came later is gone once something else is done", () => {
    const run = begin();
    run.look(2000);
    run.continueFromHere();
    expect(run.session.nowMs).toBe(2000);
    expect(run.inPast).toBe(false);
    const [task] = [...run.session.tables.tasks.keys()];
    stopTask(sendTo(run.session), task as string, "default");
    run.session.stepUntilQuiet();
    run.lookAtPresent();
    expect([...run.moment.tables.tasks.values()][0]).toMatchObject({
      lastStatus: "STOPPED",
      stopCode: "UserInitiated",
    });
  });

  it("gives the same moment while nothing changes", () => {
    const run = begin();
    expect(run.moment).toBe(run.moment);
  });

  it("never looks beyond the present or before the beginning", () => {
    const run = begin();
    run.look(-5);
    expect(run.moment.atMs).toBe(0);
    run.look(1e12);
    expect(run.moment.atMs).toBe(run.session.nowMs);
  });
});
