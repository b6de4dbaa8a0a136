import { type CheckContext, type Rule, report } from '../context.ts';
import { resolvedJson } from '../files.ts';
import { matchedPatterns } from '../matched-patterns.ts';
import { patternFault } from '../pattern-fault.ts';
import { isLinear } from '../pattern-time.ts';
import { below, member, type Place } from '../place.ts';
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
    for (const [source, place] of found) await checkTime(context, source, place);
  },
};

async function checkTime(context: CheckContext, source: string, place: Place): Promise<void> {
  const verdict = await isLinear(source);
  if (verdict !== 'safe')
    report(context, verdict === 'slow' ? 'pattern-dangerous' : 'pattern-undecided', place, { pattern: source });
}
