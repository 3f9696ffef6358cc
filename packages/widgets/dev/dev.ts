/** A page for looking at the widgets while working on them: `?lab=01/01&lang=vi&theme=dark&sandbox&hero`. Not shipped. */
import { type Answers, type Lab, NO_ANSWERS } from "@quayside/grader";
import type { SourceAsked } from "../src/run/lab-source.ts";

const labs = import.meta.glob<{ default: Lab }>("../../../content/docs/en/**/lab.ts");
const answers = import.meta.glob<{ default: Answers }>("../../../content/docs/en/**/answers.ts");
async function loadLab(id: string): Promise<Lab> {
  if (id === "sandbox") return (await import("../src/run/sandbox-lab.ts")).sandboxLab;
  for (const [path, loadFile] of Object.entries(labs)) {
    const lab = (await loadFile()).default;
    const load = async () => (await answers[path.replace("lab.ts", "answers.ts")]?.())?.default ?? NO_ANSWERS;
    if (lab.id === id) return { ...lab, answers: { hintCount: (await load()).hints.length, load } };
  }
  throw new Error(`no lab ${id}`);
}

const query = new URLSearchParams(location.search);
document.documentElement.lang = query.get("lang") ?? "en";
document.documentElement.dataset.theme = query.get("theme") ?? "light";
const element = document.createElement(query.has("hero") ? "quayside-hero" : "quayside-lab");
element.addEventListener("quayside-source", (event) => (event as CustomEvent<SourceAsked>).detail.give({ loadLab }));
element.setAttribute("lang", query.get("lang") ?? "en");
if (query.has("sandbox")) element.setAttribute("sandbox", "");
if (query.has("lab")) element.setAttribute("lab", query.get("lab") ?? "");
document.querySelector("#box")?.append(element);
if (query.has("hero")) {
  await import("../src/hero/quayside-hero.ts");
  Object.assign(element, { film: (await import("../src/hero/film.ts")).filmStory() });
} else await import("../src/lab/quayside-lab.ts");
