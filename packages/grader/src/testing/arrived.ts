/** Waits, in tests, until checks can speak. */
import { labsArriving } from "../by-language.ts";
import "../checks/texts/index.ts";
import "../wait-words.ts";

await Promise.all([labsArriving("en"), labsArriving("vi")]);
