/** The page's own part: puts both elements into a shadow root, as the lab does, and answers their events like a host. */
import { defaultScenario, Session } from "@quayside/simulator";
import "../src/editor/quayside-editor.ts";
import "../src/terminal/quayside-terminal.ts";
import { installTokens } from "../src/base/tokens.ts";

const web = `{
  "family": "webserver",
  "requiresCompatibilities": ["FARGATE"],
  "networkMode": "awsvpc",
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [
    {
      "name": "nginx",
      "image": "nginx:latest",
      "essential": true,
      "portMappings": [{ "containerPort": 80, "protocol": "tcp" }]
    }
  ]
}
`;
const address = new URLSearchParams(location.search);
document.documentElement.dataset.theme = address.get("theme") ?? "light";
document.documentElement.lang = address.get("lang") ?? "en";
installTokens();

const editor = document.createElement("quayside-editor");
const terminal = document.createElement("quayside-terminal");
const files = [
  { name: "webserver.json", text: web },
  { name: "run-task.json", text: '{\n  "cluster": "default"\n}\n' },
];
const session = Session.start({ scenario: defaultScenario });

editor.files = files;
editor.active = "webserver.json";
editor.runLabel = "Run";
editor.addEventListener("quayside-edit", (event) => {
  const { file, text } = (event as CustomEvent<{ file: string; text: string }>).detail;
  terminal.files = terminal.files.map((other) => (other.name === file ? { name: file, text } : other));
});
terminal.session = session;
terminal.files = files;
for (const [selector, element] of [
  [".editor", editor],
  [".terminal", terminal],
] as const) {
  element.lang = document.documentElement.lang;
  document.querySelector(selector)?.attachShadow({ mode: "open" }).append(element);
}
