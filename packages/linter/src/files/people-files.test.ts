/** Files as people have them: templates, files for the deploy action, CloudFormation's spelling, YAML's and JSON's extras. */
import { changed, VALID } from "@quayside/simulator/task-definition/samples";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { lintText } from "./lint-text.ts";

const lines = (text: string, name: string): string[] =>
  lintText(text, name)
    .findings.filter(({ severity }) => severity !== "warning")
    .map(({ line, column, severity, ruleId, path }) => `${line}:${column} ${severity} ${ruleId} ${path}`);

const VARIABLE = "$" + "{NAME}";

describe("what a later step fills in", () => {
  const forms = [
    "$VAR",
    VARIABLE,
    "$(var)",
    "%VAR%",
    "{{ var }}",
    "#{VAR}#",
    "<IMAGE>",
    "<+stage.image>",
    "<%= image %>",
    "@VAR@",
    "@@IMAGE_URI@@",
  ];

  test.each(forms)("%s is not judged, and never replaced by a fix", (form) => {
    const sample = changed(VALID.web, {
      family: form,
      cpu: form,
      "c0.image": `${form}/app:${form}`,
      taskRoleArn: form,
    });
    const { findings } = lintText(JSON.stringify(sample), "task.json");
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(findings.filter(({ edits }) => edits !== undefined)).toEqual([]);
  });

  test("as a name hides nothing else of the container", () => {
    const sample = { family: "f", containerDefinitions: [{ name: VARIABLE, image: "nginx:1" }] };
    expect(lines(JSON.stringify(sample), "task.json")[0]).toMatch(/error mem-missing/);
  });

  test("is none of a name that only looks like one", () => {
    const sample = { family: "xxxx", containerDefinitions: [{ name: "xxxx", image: "x:1" }] };
    expect(lines(JSON.stringify(sample), "task.json")).toEqual([expect.stringMatching(/error mem-missing/)]);
  });

  test("is an error in a file that says that it is rendered", () => {
    const text = JSON.stringify(changed(VALID.web, { "c0.image": VARIABLE }));
    expect(lintText(text, "task.json", { strict: true }).findings).toContainEqual(
      expect.objectContaining({ ruleId: "placeholder", severity: "error" }),
    );
  });
});

describe("what steers a template", () => {
  const object = (inside: string) => `{"family":"f","networkMode":"bridge",${inside}"containerDefinitions":[]}`;

  test.each([
    ["Jinja", '{% if role %}"taskRoleArn":"{{ role }}",{% endif %}'],
    ["a comment of Jinja", '{# the role\n of it #}"cpu":"256",'],
    ["Go", '{{- if .Role }}"taskRoleArn":"{{ .Role }}",{{- end }}'],
    ["Terraform", `%{ if role != "" }"taskRoleArn":"${VARIABLE}",%{ endif }`],
    ["ERB", '<% if role %>"taskRoleArn":"<%= role %>",<% end %>'],
    ["either of two", '{% if big %}"cpu":"1024",{% else %}"cpu":"oops",{% endif %}'],
    ["a value of two", '"cpu":{% if big %}"1024"{% else %}"256"{% endif %},'],
  ])("%s is no fault, and hides only what it may change", (_what, inside) => {
    expect(lines(object(inside), "task.json").filter((line) => line.includes("error"))).toEqual([
      expect.stringMatching(/error no-containers/),
    ]);
    const rest = object(inside).replace('"bridge"', '"bridg"');
    expect(lines(rest, "task.json").join()).toMatch(/error enum networkMode/);
  });

  test("a loop makes a list of its own", () => {
    const list = '{"family":"f","containerDefinitions":[{% for c in cs %}{"name":"x","stopTimeout":0},{% endfor %}]}';
    expect(lines(list, "task.json").filter((line) => line.includes("error"))).toEqual([]);
  });

  test("a comma that is missing behind a plain placeholder is still a fault", () => {
    const text = `{"family":"f","cpu":${VARIABLE} "memory":"512","containerDefinitions":[]}`;
    expect(lines(text, "task.json").join()).toMatch(/error json-expected-comma/);
  });

  test("an unclosed bracket is still one", () => {
    expect(lines('{% if a %}{"family":"f","containerDefinitions":[', "task.json").join()).toMatch(/json-unclosed/);
  });

  test("words that sed looks for are values, and nothing else is", () => {
    expect(
      lines('{"family":"f","memory":"512","containerDefinitions":[APP_CONTAINERS]}', "task.json").join(),
    ).not.toMatch(/error/);
    expect(lines('{"family":"f","memory":HALF,"containerDefinitions":[]}', "task.json").join()).toMatch(
      /json-bad-word/,
    );
  });
});

describe("a file for the deploy action", () => {
  const extra = {
    revision: 7,
    status: "ACTIVE",
    registeredBy: "arn:aws:iam::123456789012:user/ci",
    tags: [],
    ipcMode: null,
  };
  const sample = changed({ ...VALID.web, ...extra }, { "c0.entryPoint": null, "c0.command": [], "c0.user": "" });

  test("passes with a note, whatever the action drops", () => {
    expect(lines(JSON.stringify(sample), "task.json")).toEqual([expect.stringMatching(/info deploy-action /)]);
    expect(lines(stringify(sample), "task.yaml")).toEqual([expect.stringMatching(/info deploy-action /)]);
  });

  test("is still judged by what is left", () => {
    const worse = changed(sample, { networkMode: "bridge", "c0.environment": [{ name: "", value: "x" }] });
    const found = lines(JSON.stringify(worse), "task.json").join();
    expect(found).toMatch(/fargate-network/);
    expect(found).toMatch(/env-name/);
  });

  test("is not what a single empty list makes of a file for the CLI", () => {
    expect(lines(JSON.stringify({ ...VALID.web, tags: [] }), "task.json")).toEqual([
      expect.stringMatching(/error tags-empty/),
    ]);
  });
});

describe("CloudFormation", () => {
  const task = (properties: string) =>
    `Resources:\n  T:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n${properties}`;

  test("tells small from capital letters in its keys, and says what is meant", () => {
    const text = task(
      "      ContainerDefinitions: [{Name: a, image: 'nginx:1', Memory: 128}]\n      Volumes: [{Name: v, EfsVolumeConfiguration: {FilesystemId: fs-1}}]\n",
    );
    const { findings } = lintText(text, "stack.yaml");
    const errors = findings
      .filter(({ severity }) => severity === "error")
      .map(({ message, fix }) => `${message} ${fix}`);
    expect(errors).toEqual([
      "extraneous key [image] is not permitted Write Image.",
      "extraneous key [EfsVolumeConfiguration] is not permitted Write EFSVolumeConfiguration.",
    ]);
  });

  test("is helped in its own spelling", () => {
    const text = task(
      "      ContainerDefinitions: [{Name: a, Image: 'nginx:1', Memry: 128, EnvironmentFiles: [{Value: x}]}]\n      Memory: '512'\n",
    );
    const hints = lintText(text, "stack.yaml").findings.flatMap(({ source, fix }) =>
      source === "client" ? [fix] : [],
    );
    expect(hints).toEqual(["Write Memory.", "Add Type."]);
  });

  test("reads YAML 1.1, where yes is true", () => {
    const text = task(
      "      ContainerDefinitions: [{Name: a, Image: 'nginx:1', Memory: 128, Essential: yes, Privileged: no}]\n",
    );
    expect(lines(text, "stack.yaml")).toEqual([]);
  });

  test("may loop, and the linter says that it does not", () => {
    const loop = "Resources:\n  'Fn::ForEach::Tasks':\n    - Name\n    - [a, b]\n    - T: {}\n";
    expect(lines(loop, "stack.yaml")).toEqual([expect.stringMatching(/^2:3 info for-each /)]);
  });
});

test("a merged map of YAML brings its members, and a file's own win", () => {
  const text =
    "x: &base { image: 'nginx:1', memory: 128, cpu: oops }\nfamily: f\ncontainerDefinitions:\n  - { <<: *base, name: a, cpu: 10, stopTimeout: 1 }\n  - <<: [*base]\n    name: b\n";
  const found = lines(text, "task.yaml").filter((line) => !line.includes("unknown-parameter"));
  expect(found).toEqual([
    "1:48 error invalid-type-parameter containerDefinitions[1].cpu",
    "4:49 error stop-min containerDefinitions[0].stopTimeout",
  ]);
});

test("comments are fine in a file that says so, and noted", () => {
  const text = `// task\n${JSON.stringify(VALID.web).replace("{", "{ /* here */ ").replace(/}$/, ",}")}`;
  expect(lines(text, "task.jsonc")).toEqual([expect.stringMatching(/info comments/)]);
  expect(lines(text, "task.json")[0]).toMatch(/error json-comment/);
});

test("a slip in the main key, or a container without an image, does not hide the definition", () => {
  const { family } = VALID.web;
  const slip = lintText(JSON.stringify({ family, containerDefintions: [] }), "task.json");
  expect(slip.findings.map(({ fix }) => fix)).toContain("Rename containerDefintions to containerDefinitions");
  const list = [{ name: "a", image: "nginx:1", memory: 128 }, { name: "b" }];
  expect(lines(JSON.stringify(list), "containers.json")).toEqual([
    expect.stringMatching(/error image-null \[1\]\.image$/),
  ]);
});

test("a tower of YAML gets a sentence", () => {
  const { findings } = lintText(`family: ${"[".repeat(200_000)}`, "deep.yaml");
  expect(findings[0]?.message).toMatch(/nested too deeply/);
});

test("no fix breaks what was valid, and each names the value that it sets", () => {
  for (const sample of Object.values(VALID)) {
    const text = JSON.stringify(sample, null, 2);
    for (const { edits, fix } of lintText(text, "task.json").findings) {
      expect(edits, fix).toBeUndefined();
    }
  }
});
