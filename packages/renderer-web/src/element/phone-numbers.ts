import { type ContentView, hasPhoneNumbers, type Summary, usePhoneNumbers, type View } from '@schalter/engine';

/** As numbers are filed: nobody reads them like this. */
const e164 = /^\+[1-9]\d{4,14}$/;

/** Whether what reads and prints telephone numbers is not there yet, and a page asks for one or shows one in E.164. */
export function needsPhoneNumbers(view: View): boolean {
  if (hasPhoneNumbers()) return false;
  return inContent(view.step.content) || (view.summary !== undefined && inSummary(view.summary.sections));
}

function inContent(content: readonly ContentView[]): boolean {
  return content.some((item) => {
    if (item.kind === 'field') return item.format === 'phone';
    if (item.kind === 'group') return inContent(item.content);
    if (item.kind !== 'list') return false;
    return item.entries.some(({ content: inside, rows }) => inContent(inside) || inRows(rows));
  });
}

function inSummary(parts: readonly Pick<Summary['sections'][number], 'content'>[]): boolean {
  return parts.some(({ content }) => content.some((one) => (one.kind === 'row' ? inRows([one]) : inSummary([one]))));
}

function inRows(rows: readonly { readonly lines: readonly string[] }[]): boolean {
  return rows.some(({ lines }) => lines.some((line) => e164.test(line)));
}

let loading: Promise<boolean> | undefined;

/**
 * Loads what reads and prints telephone numbers, once for all forms: it is heavier than the engine.
 * @returns whether it is there. Without it (offline) numbers are kept as typed, and the form goes on
 */
export function loadPhoneNumbers(): Promise<boolean> {
  loading ??= import('@schalter/engine/phone')
    .then(({ createPhoneNumbers }) => {
      usePhoneNumbers(createPhoneNumbers());
      return true;
    })
    .catch(() => false);
  return loading;
}
