// Registers the service worker, late, and tells it what this page loaded before the worker was there. The site works the
// same without it: a blocked storage, a sandboxed frame or a browser that saves data ends here in silence.

const WORKER = "/sw.js";

/** Makes this page open without a network from now on. Never throws. */
export async function keepForOffline(): Promise<void> {
  try {
    if (savesData()) return;
    // In a frame without an origin of its own, reading this property throws.
    const workers = navigator.serviceWorker;
    if (workers === undefined) return;
    await workers.register(WORKER);
    const { active } = await workers.ready;
    if (navigator.onLine) active?.postMessage({ paths: loadedPaths(), lang: document.documentElement.lang });
  } catch {
    // Not allowed here.
  }
}

/** Some browsers let their user ask for as little traffic as possible. */
function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}

function loadedPaths(): string[] {
  const resources = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const ours = resources.filter(({ origin }) => origin === location.origin);
  return [location.pathname, ...ours.map(({ pathname }) => pathname)];
}
