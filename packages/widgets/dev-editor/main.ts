/** The page's own part: puts both elements into a shadow root, as the lab does, and answers their events like a host. */
import "../src/editor/quayside-editor.ts";

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
const place = document.querySelector(".editor");
const address = new URLSearchParams(location.search);
document.documentElement.dataset.theme = address.get("theme") ?? "light";
document.documentElement.lang = address.get("lang") ?? "en";
if (place !== null) {
  const root = place.attachShadow({ mode: "open" });
  const editor = document.createElement("quayside-editor");
  editor.files = [
    { name: "webserver.json", text: web },
    { name: "run-task.json", text: '{\n  "cluster": "default"\n}\n' },
  ];
  editor.active = "webserver.json";
  editor.runLabel = "Run";
  root.append(editor);
}
