// Opens a lesson's comparison when its button is pressed: the simulator and the element come then, and not before.

/** Makes the button of every comparison on the page work. */
export function openOnPress(): void {
  for (const figure of document.querySelectorAll<HTMLElement>("quayside-compare")) {
    const button = figure.querySelector("button");
    button?.addEventListener("click", () => void open(figure, button));
  }
}

async function open(figure: HTMLElement, button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  try {
    await import("@quayside/widgets/compare");
    figure.toggleAttribute("open", true);
  } catch (error) {
    button.disabled = false;
    const reason = document.createElement("p");
    reason.setAttribute("role", "alert");
    reason.textContent = `${figure.dataset.failed ?? ""} ${error instanceof Error ? error.message : String(error)}`;
    button.after(reason);
  }
}
