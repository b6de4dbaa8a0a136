/** The window's title follows the page of the form; what the page itself was called stays behind it. */
export class DocumentTitle {
  readonly #original = document.title;
  readonly #rest: string;

  /** @param own the title of the first page: where the document carries it already, only the rest is kept */
  constructor(own: string) {
    this.#rest = this.#original.startsWith(own) ? this.#original.slice(own.length) : ` – ${this.#original}`;
    if (this.#rest === ' – ') this.#rest = '';
  }

  set(title: string): void {
    document.title = title + this.#rest;
  }

  restore(): void {
    document.title = this.#original;
  }
}
