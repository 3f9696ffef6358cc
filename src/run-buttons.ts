/**
 * Commands of a lesson's prose get a button that runs them in the lab's terminal. The button is part of the built page; what a press
 * does is in islands/lesson.ts. Blocks that show something else than commands of the lab get none.
 */
import type { ExpressiveCodePlugin } from "@astrojs/starlight/expressive-code";
import { addClassName, h, select, selectAll } from "@astrojs/starlight/expressive-code/hast";
import { isRun } from "@quayside/grader";
import { textsFor } from "./i18n/texts.ts";

/** Pages with a lab beside them. */
const LESSON_FILE = /\/docs\/(en|vi)\/\d\d-[^/]+\/\d\d-[^/]+\/index\.mdx$/;

/** The plugin of the code blocks. */
export function runButtons(): ExpressiveCodePlugin {
  return {
    name: "quayside-run-buttons",
    hooks: {
      postprocessRenderedBlock: ({ codeBlock, renderData }) => {
        const [, language] = LESSON_FILE.exec(codeBlock.parentDocument?.sourceFilePath ?? "") ?? [];
        if (language === undefined || !isRun(codeBlock.language, codeBlock.code)) return;
        const label = textsFor(language)("lesson.run");
        const button = h("button", { type: "button", class: "run-command", "data-run": codeBlock.code }, label);
        (select("figure", renderData.blockAst) ?? renderData.blockAst).children.push(button);
      },
    },
  };
}

/** Longest word that is kept whole, in characters: a line of a phone. */
const WHOLE = 34;

/** Commands break between words only: a browser would break `--force-new-deployment` at any of its hyphens. */
export function wholeWords(): ExpressiveCodePlugin {
  return {
    name: "quayside-whole-words",
    hooks: {
      postprocessRenderedBlock: ({ codeBlock, renderData }) => {
        if (codeBlock.language !== "bash" && codeBlock.language !== "sh") return;
        for (const span of selectAll("span", renderData.blockAst)) {
          const [text] = span.children;
          if (text?.type !== "text" || /\s/.test(text.value) || !text.value.includes("-")) continue;
          if (text.value.length <= WHOLE) addClassName(span, "whole");
        }
      },
    },
  };
}
