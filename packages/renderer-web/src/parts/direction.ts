import { nothing } from 'lit/html.js';
import type { Ui } from '../ui.ts';

/**
 * `dir` of an input on a page that is written from right to left: codes, numbers and addresses are written from left to
 * right there too, words as their letters are. Elsewhere inputs need none.
 */
export function inputDirection({ t }: Pick<Ui, 't'>, content: 'words' | 'code'): 'auto' | 'ltr' | typeof nothing {
  if (t.direction === 'ltr') return nothing;
  return content === 'code' ? 'ltr' : 'auto';
}
