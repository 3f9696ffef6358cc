// What a lesson's MDX may use, reached as "@site/lesson".
export { default as Aside } from "./Aside.astro";
export { default as Figure } from "./Figure.astro";
export { default as Myth } from "./Myth.astro";
export { default as Question } from "./Question.astro";
export { default as Questions } from "./Questions.astro";
export { default as Step } from "./Step.astro";
export { default as Term } from "./Term.astro";
