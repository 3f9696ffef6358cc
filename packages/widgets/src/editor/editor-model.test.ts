/** What the editor's model checks: definitions, and nothing else. */
import { expect, test } from "vitest";
import { EditorModel } from "./editor-model.ts";
import { editorTexts } from "./texts/index.ts";

test("a script is no definition: nothing in it is wrong, and no help is offered", () => {
  const model = new EditorModel();
  model.buffers.receive([
    { name: "user-data.sh", text: "#!/bin/bash\n" },
    { name: "web.json", text: "#!/bin/bash\n" },
  ]);
  expect(model.check("user-data.sh", editorTexts("en"), false)).toEqual([]);
  expect(model.helpAt(3)).toMatchObject({ path: "", choices: [] });
  expect([model.isDefinition("user-data.sh"), model.verdict("user-data.sh", editorTexts("en"))]).toEqual([
    false,
    "A script: not checked here",
  ]);
  expect(model.check("web.json", editorTexts("en"), false)).not.toEqual([]);
});
