/** How much may be done. Steps are counted, so that the same form gives the same result on every machine. */
export class Budget {
  readonly limit: number;
  readonly #expired: () => boolean;
  #spent = 0;
  #until = Number.POSITIVE_INFINITY;
  #ended = false;

  /** @param expired asked now and then; ends the work early, whatever is left */
  constructor(limit: number, expired: () => boolean = () => false) {
    this.limit = limit;
    this.#expired = expired;
  }

  get spent(): number {
    return Math.min(this.#spent, this.limit);
  }

  spend(steps: number): void {
    this.#spent += steps;
  }

  /** Begins a part of the work that may take so many steps. */
  part(steps: number): void {
    this.#until = this.#spent + steps;
    this.#ended ||= this.#expired();
  }

  /** Whether the part has used up its share. */
  get partUsed(): boolean {
    return this.used || this.#spent >= this.#until;
  }

  get used(): boolean {
    return this.#ended || this.#spent >= this.limit;
  }
}
