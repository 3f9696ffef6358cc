/** Where labs come from: the page registers one function, so that the widgets know nothing of folders or bundlers. */
import type { Lab } from "@quayside/grader";

/** Gives a lab by its id ("01/01", "sandbox"); rejects when there is none. */
export type LabLoader = (id: string) => Promise<Lab>;

let loader: LabLoader | undefined;
let announce: (found: LabLoader) => void;
const registered = new Promise<LabLoader>((resolve) => {
  announce = resolve;
});

/** Tells the widgets where labs come from. Labs that already wait for it go on; a later call replaces the loader. */
export function registerLabLoader(load: LabLoader): void {
  loader = load;
  announce(load);
}

/** Loads a lab, waiting for the page to register its loader first. */
export async function loadLab(id: string): Promise<Lab> {
  return (loader ?? (await registered))(id);
}
