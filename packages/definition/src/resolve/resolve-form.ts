import type { DefinitionProblem } from '../errors.ts';
import type { FormDefinition } from '../form.generated.ts';
import { isObject, own } from '../guard.ts';
import type { Library } from '../library.ts';
import type { ResolvedForm } from '../resolved.ts';
import { type Build, buildPiece } from './build.ts';
import { emitPiece, type Ledger } from './emit.ts';
import { noteFrameTexts } from './frame-texts.ts';
import type { Place } from './piece.ts';
import { createReport } from './report.ts';

/**
 * Inlines blocks, `$defs` and lists. Nothing is fetched: a reference is to a block or list of the library or to `$defs`
 * of the same file.
 * @param library with the built-in blocks (`withBuiltIns`)
 * @returns all problems at once. The resolved form is there whenever there is a form with `data` to speak of, so that
 *   later rules can add what they find: what could not be resolved is missing in it, what has a wrong shape too (the
 *   checker's structure rule reports that). Never throws.
 */
export function resolveForm(
  form: FormDefinition,
  library: Library,
): { readonly resolved?: ResolvedForm; readonly problems: readonly DefinitionProblem[] } {
  const report = createReport();
  const data = own(form, 'data');
  if (!isObject(data)) return { problems: report.problems };
  const language = own(form, 'language');
  const build: Build = { library, language: typeof language === 'string' ? language : 'de', report, count: 0 };
  const place: Place = { key: '', origin: { file: 'form.json', at: '/data' } };
  const piece = buildPiece(build, data, place, { root: data, place, trail: [], depth: 0 });

  const ledger: Ledger = { texts: {}, keys: {}, origins: { '': { file: 'form.json', at: '' } } };
  const resolvedData = emitPiece(build, ledger, piece, '/data', place.origin);
  noteFrameTexts(ledger, form);
  return { resolved: { form: { ...form, data: resolvedData }, ...ledger }, problems: report.problems };
}
