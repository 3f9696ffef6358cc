/** What the lab says when progress is not saved, or not all of it. Fetched when that is so. */
import { arriving } from "../i18n/by-language.ts";
import type { LabContext } from "../run/lab-context.ts";
import { savingTrouble } from "../run/store.ts";
import { noticeTexts } from "./notice-texts/index.ts";

/** Says why nothing is saved, if that is still so. */
export async function tellTrouble(lab: LabContext): Promise<void> {
  await arriving(lab.page.language);
  const trouble = savingTrouble();
  if (trouble === undefined) return;
  const { notSaved, newerIsStored, refusedToSave } = noticeTexts(lab.page.language);
  const text = trouble === "newer" ? newerIsStored : refusedToSave;
  lab.show({ notice: { kind: "problem", title: notSaved, text } });
}

/** Says which files another tab has changed, too, and lets the learner decide. */
export async function tellClash(lab: LabContext, files: readonly string[]): Promise<void> {
  await arriving(lab.page.language);
  const { clash, clashChoice, keepMine } = noticeTexts(lab.page.language);
  const go = () => {
    void lab.engine.keeper.keepMine();
    lab.show({ notice: undefined });
  };
  const way = { label: keepMine, go };
  lab.show({ notice: { kind: "problem", title: clash(files.join(", ")), text: clashChoice, way } });
}
