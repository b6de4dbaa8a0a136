import type { Texts } from './texts.ts';

/**
 * What every template gets beside its piece of the view. Templates carry no event handlers: names, ids and submit
 * buttons say all, so that the same markup is posted by a browser without script and listened to by `<schalter-form>`.
 */
export interface Ui {
  /** `plain`: HTML that posts. `live`: inside `<schalter-form>`, with script. */
  readonly mode: 'plain' | 'live';
  readonly t: Texts;
  /** Where the plain form posts to. */
  readonly action: string;
  /** Pointer of the entry whose removal is being confirmed. */
  readonly confirm?: string | undefined;
}
