import type { JsonValue } from '@schalter/definition';
import { type CheckContext, type Rule, report } from '../context.ts';
import { resolvedJson } from '../files.ts';
import { matchedPatterns } from '../matched-patterns.ts';
import { patternFault } from '../pattern-fault.ts';
import { isLinear } from '../pattern-time.ts';
import { below, elements, member, members, type Place } from '../place.ts';
import { constraintsOf, visitSchemas } from '../schemas.ts';

/** Patterns are valid, cover the whole text, and no text can keep them busy for long. */
export const patterns: Rule = {
  name: 'patterns',
  async run(context) {
    const found: [source: string, place: Place][] = [];
    visitSchemas(context, (schema, place) => {
      for (const [constraint, at] of constraintsOf(schema, place)) {
        const source = member(constraint, 'pattern');
        if (typeof source !== 'string') continue;
        const fault = patternFault(source);
        if (fault === undefined) found.push([source, below(at, 'pattern')]);
        else report(context, fault.code, below(at, 'pattern'), fault.params);
      }
    });
    if (context.resolved) found.push(...matchedPatterns(context.resolved, resolvedJson(context.resolved)));
    found.push(...splitPatterns(context));
    for (const [source, place] of found) await checkTime(context, source, place);
  },
};

/** Patterns that split older answers; what is not valid is reported by the compiler. */
function splitPatterns({ source }: CheckContext): [source: string, place: Place][] {
  const form: JsonValue = source.form as unknown as JsonValue;
  const start: Place = { file: 'form.json', at: '/migrations' };
  return elements(member(form, 'migrations')).flatMap((migration, index) =>
    members(member(migration, 'split')).flatMap(([from, split]): [string, Place][] => {
      const pattern = member(split, 'pattern');
      if (typeof pattern !== 'string' || patternFault(pattern) !== undefined) return [];
      return [[pattern, below(start, index, 'split', from, 'pattern')]];
    }),
  );
}

async function checkTime(context: CheckContext, source: string, place: Place): Promise<void> {
  const verdict = await isLinear(source);
  if (verdict !== 'safe')
    report(context, verdict === 'slow' ? 'pattern-dangerous' : 'pattern-undecided', place, { pattern: source });
}
