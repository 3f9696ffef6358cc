/** `quayside lint --fix`: the diff, the file as it is written, and what is refused. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { VALID } from "@quayside/simulator/task-definition/samples";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runLint } from "./testing/run-lint.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "quayside-fix-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const lint = (files: Readonly<Record<string, string | Buffer>>, ...flags: string[]) => runLint(folder, files, flags);
const bytesOf = (name: string): Buffer => readFileSync(join(folder, name));

const BAD = JSON.stringify({ ...VALID.web, networkMode: "bridge", cpu: 256 }, null, 2);
const MENDED = JSON.stringify(VALID.web, null, 2);
const DIFF = [
  "--- task.json",
  "+++ task.json",
  "@@ -2,10 +2,10 @@",
  '   "family": "fargate-web-min",',
  '   "requiresCompatibilities": [',
  '     "FARGATE"',
  "   ],",
  '-  "networkMode": "bridge",',
  '-  "cpu": 256,',
  '+  "networkMode": "awsvpc",',
  '+  "cpu": "256",',
  '   "memory": "512",',
  '   "containerDefinitions": [',
  "     {",
  '       "name": "web",',
  "",
].join("\n");

test("the diff comes first, the file is changed, the report says what is left", async () => {
  const { code, out, err } = await lint({ "task.json": BAD }, "--fix");
  expect([code, err]).toEqual([0, "quayside lint: task.json: 2 changes made\n"]);
  expect(out.slice(0, DIFF.length)).toBe(DIFF);
  expect(out.slice(DIFF.length)).toMatch(/^task\.json\n[\s\S]*\n2 warnings in 1 file\n$/);
  expect(bytesOf("task.json").toString()).toBe(MENDED);
});

test("with --dry-run there is only the diff, and the exit code of the file as it is", async () => {
  expect(await lint({ "task.json": BAD }, "--fix", "--dry-run")).toEqual({
    code: 1,
    out: DIFF,
    err: "quayside lint: task.json: 2 changes would be made\n",
  });
  expect(bytesOf("task.json").toString()).toBe(BAD);
  expect(await lint({ "task.json": MENDED }, "--fix", "--dry-run")).toEqual({ code: 0, out: "", err: "" });
});

test("a report for a program stays whole: the diff goes beside it", async () => {
  const { out, err } = await lint({ "task.json": BAD }, "--fix", "--format", "json");
  expect(JSON.parse(out).files).toHaveLength(1);
  expect(err).toContain(DIFF);
});

test.each([
  [
    "UTF-8 with a mark and the line ends of Windows",
    (text: string) => Buffer.from(`\ufeff${text.replaceAll("\n", "\r\n")}`),
  ],
  ["UTF-16 with a mark", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
  ["UTF-16 without", (text: string) => Buffer.from(text, "utf16le")],
  ["UTF-16 the other way round", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
])("%s stays that", async (_what, encode) => {
  expect((await lint({ "task.json": encode(BAD) }, "--fix")).code).toBe(0);
  expect(bytesOf("task.json")).toEqual(encode(MENDED));
});

test("a file that is no whole UTF-8 is not written", async () => {
  const broken = Buffer.concat([Buffer.from(BAD.replace('"web"', '"w\u00e9b"'), "latin1")]);
  const { code, err } = await lint({ "latin.json": broken }, "--fix");
  expect(code).toBe(2);
  expect(err).toMatch(/latin\.json is left as it is: it is no whole UTF-8/);
  expect(bytesOf("latin.json")).toEqual(broken);
});

test("YAML and templates are refused in a sentence, and left as they are", async () => {
  const yaml = "family: f\ncontainerDefinitions: [{ name: a, image: 'app:1', memory: '128' }]\n";
  const { code, out, err } = await lint({ "task.yaml": yaml }, "--fix");
  expect(code).toBe(1);
  expect(out).toMatch(/error +invalid-type-parameter/);
  expect(err).toMatch(/task\.yaml: YAML and templates are not changed; what to do stands beside each finding/);
  expect(bytesOf("task.yaml").toString()).toBe(yaml);
});

test("what would make something up waits for --guesses", async () => {
  const short = JSON.stringify({ family: "f", containerDefinitions: [{ name: "a", image: "app:1" }] });
  const { code, err } = await lint({ "task.json": short }, "--fix");
  expect(code).toBe(1);
  expect(err).toMatch(/1 change that would make up or give up something left to you; --guesses makes them too/);
  expect((await lint({ "task.json": short }, "--fix", "--guesses")).code).toBe(0);
  expect(JSON.parse(bytesOf("task.json").toString())).toMatchObject({ memory: "512" });
});

test.each([
  [["--dry-run"], /--dry-run goes with --fix/],
  [["--guesses"], /--guesses goes with --fix/],
  [["-", "--fix"], /--fix changes files, which standard input is not/],
])("%j is a mistake of the command line", async (flags, sentence) => {
  const { code, err } = await lint({ "task.json": BAD }, ...flags);
  expect([code, err]).toEqual([2, expect.stringMatching(sentence)]);
  expect(bytesOf("task.json").toString()).toBe(BAD);
});
