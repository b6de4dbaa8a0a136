import type { LocaleTexts, ResolvedForm } from '@schalter/definition';
import { collectLocale, textHash } from '@schalter/definition';
import { type CheckContext, type Rule, report } from '../context.ts';
import { asJson } from '../files.ts';
import { below, member, members, type Place } from '../place.ts';
import { didYouMean } from '../suggest.ts';

/** Every locale has every text, of the source as it is now, with the same interpolations. */
export const translations: Rule = {
  name: 'translations',
  run(context) {
    const { resolved, source } = context;
    if (!resolved) return;
    for (const [language, locale] of Object.entries(source.locales)) {
      const file: Place = { file: `locales/${language}.json`, at: '' };
      if (language === resolved.form.language) {
        report(context, 'locale-of-form-language', file, { language });
        continue;
      }
      checkWritten(context, resolved, locale, file);
      checkMissing(context, resolved, language, file);
    }
  },
};

function checkWritten(context: CheckContext, resolved: ResolvedForm, locale: LocaleTexts, file: Place): void {
  for (const [key, entry] of members(asJson(locale))) {
    if (key === '$schema') continue;
    const place = below(file, key);
    const original = Object.hasOwn(resolved.texts, key) ? resolved.texts[key] : undefined;
    if (original === undefined) {
      report(
        context,
        'translation-unknown',
        place,
        { key, suggestion: didYouMean(key, Object.keys(resolved.texts)) },
        'warning',
      );
      continue;
    }
    const text = member(entry, 'text');
    const hash = member(entry, 'source');
    if (typeof hash === 'string' && hash !== textHash(original)) {
      report(context, 'translation-stale', place, { key, hash: textHash(original) }, 'warning');
    }
    if (typeof text === 'string' && String(interpolations(text)) !== String(interpolations(original))) {
      report(context, 'translation-interpolation', place, { key }, 'warning');
    }
  }
}

function checkMissing(context: CheckContext, resolved: ResolvedForm, language: string, file: Place): void {
  const translated = collectLocale(language, context.source.locales, context.library, resolved);
  // Where a private variety of the form's own language (Leichte Sprache) has no text, the form's own will do.
  const [base = ''] = language.split('-x-');
  const severity = language !== base && base === resolved.form.language ? 'warning' : 'error';
  for (const key of Object.keys(resolved.texts)) {
    if (!Object.hasOwn(translated, key) && needsTranslation(resolved, key)) {
      report(context, 'translation-missing', file, { key, language }, severity);
    }
  }
}

/** Texts without letters (numbers, an interpolation alone) are the same in every language. */
function needsTranslation(resolved: ResolvedForm, key: string): boolean {
  const text = resolved.texts[key] ?? '';
  return /\p{L}/u.test(text.replace(/\{\{.*?\}\}/gsu, ''));
}

/** Expressions put into a text; `\{{` is two braces. */
function interpolations(text: string): string[] {
  return [...text.matchAll(/(?<!\\)\{\{\s*(.*?)\s*\}\}/gsu)].map(([, inner = '']) => inner).sort();
}
