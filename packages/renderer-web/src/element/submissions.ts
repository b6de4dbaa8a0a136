import type { Receipt, Submission, SubmissionPort } from '@schalter/engine';
import type { Drafts } from './drafts.ts';
import type { Http } from './http.ts';

/** Files a submission under its draft's key: pressing twice, or again after a lost answer, files it once. */
export class Submissions implements SubmissionPort {
  readonly #http: Http;
  readonly #drafts: Drafts;

  constructor(http: Http, drafts: Drafts) {
    this.#http = http;
    this.#drafts = drafts;
  }

  async submit(submission: Submission, signal?: AbortSignal): Promise<Receipt> {
    const { body } = await this.#drafts.file(({ id, key }) =>
      this.#http.request('/api/submissions', {
        method: 'POST',
        headers: { 'idempotency-key': key },
        body: { draft: id, ...submission },
        signal,
      }),
    );
    const receipt = body as Receipt;
    if (!receipt.document) return receipt;
    return { ...receipt, document: { ...receipt.document, url: this.#http.address(receipt.document.url) } };
  }
}
