/**
 * Texts of one part of the page by language, in the same form as those of labs. Every element fetches the languages of the parts
 * that it is made of before it draws for the first time.
 */
export { arriving, byLanguage, labsArriving } from "@quayside/grader/texts";
