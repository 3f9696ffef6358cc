/** The first moment of the home page's story for a page before its scripts: what it looks like and how it is drawn. */
import { Session } from "@quayside/simulator";
import { sharedStyles } from "../base/element.ts";
import { arriving } from "../i18n/by-language.ts";
import { heroStyles } from "./hero-styles.ts";
import { heroView } from "./hero-view.ts";
import { ENDS_ITSELF_MS, Story } from "./story.ts";
import { heroTexts } from "./texts/index.ts";

export { filmStory } from "./film.ts";

/** The sheet and the template of the picture, which stand in the element's shadow until its code has come. */
export async function heroStill(lang: string): Promise<{ css: string; template: ReturnType<typeof heroView> }> {
  await arriving(lang);
  const { tables, notes, atMs } = new Story({ start: Session.start, endsItselfMs: ENDS_ITSELF_MS });
  const template = heroView({ tables, notes, atMs, playing: true, touched: false }, heroTexts(lang));
  return { css: `${sharedStyles.cssText}${heroStyles.cssText}`, template };
}
