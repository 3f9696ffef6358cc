// What a lesson's MDX may use, reached as "@site/lesson".
export { default as DefinitionFigure } from "../figures/definition-figure.astro";
export { default as EcsPicture } from "../figures/ecs-picture.astro";
export { default as FargateSizes } from "../figures/fargate-sizes.astro";
export { default as FargateSizesTable } from "../figures/fargate-sizes-table.astro";
export { default as FourReaders } from "../figures/four-readers.astro";
export { default as LifecycleFigure } from "../figures/lifecycle-figure.astro";
export { default as SharedMemory } from "../figures/shared-memory.astro";
export { default as StartSequence } from "../figures/start-sequence.astro";
export { default as StopOrders } from "../figures/stop-orders.astro";
export { default as Aside } from "./aside.astro";
export { default as Figure } from "./figure.astro";
export { default as Myth } from "./myth.astro";
export { default as Question } from "./question.astro";
export { default as Questions } from "./questions.astro";
export { default as State } from "./state.astro";
export { default as Step } from "./step.astro";
export { default as Term } from "./term.astro";
