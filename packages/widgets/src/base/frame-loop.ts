/**
 * One requestAnimationFrame loop for a lab: the player and the map share it, so that a frame of time is advanced before it is
 * drawn. Runs only while somebody needs frames.
 */

/** Called once a frame with the wall clock in milliseconds; gives back whether it wants another frame. */
export type FrameJob = (nowMs: number) => boolean;

export class FrameLoop {
  readonly #jobs = new Map<string, FrameJob>();
  #handle = 0;
  /** Errors of a job end that job, not the loop. */
  onError: (error: unknown) => void = (error) => console.error(error);

  /** Adds a job, or replaces the one of that name. Jobs run in the order in which their names first came. */
  start(name: string, job: FrameJob): void {
    this.#jobs.set(name, job);
    if (this.#handle === 0) this.#handle = requestAnimationFrame(this.#frame);
  }

  stop(name: string): void {
    this.#jobs.delete(name);
  }

  #frame = (nowMs: number): void => {
    this.#handle = 0;
    for (const [name, job] of [...this.#jobs]) {
      if (!this.#runs(job, nowMs)) this.#jobs.delete(name);
    }
    if (this.#jobs.size > 0 && this.#handle === 0) this.#handle = requestAnimationFrame(this.#frame);
  };

  #runs(job: FrameJob, nowMs: number): boolean {
    try {
      return job(nowMs);
    } catch (error) {
      this.onError(error);
      return false;
    }
  }
}
