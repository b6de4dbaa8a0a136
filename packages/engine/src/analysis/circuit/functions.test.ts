import { describe, expect, it } from 'vitest';
import { functions } from '../../expression/functions/index.ts';
import { functionSignatures } from '../../expression/signatures.ts';
import { strictFunctions, total } from './opaque.ts';
import { conditionCalls } from './translate.ts';

/*
 * What the analysis takes for granted about functions: with these wrong, it would prove what is not so. Functions it knows
 * nothing about may have any value.
 */
describe('what is known about functions', () => {
  it('takes only those for unknown with an unknown argument that are', () => {
    for (const name of strictFunctions) {
      const known = functions.get(name);
      expect(known, name).toBeDefined();
      // The size of a text is unknown with the text; that of a list, marked by a second argument, is not.
      if (name !== 'size') expect(known?.decides, name).toBeUndefined();
    }
    expect(functions.get('size')?.run([null], { today: () => '2026-01-01' } as never)).toBeUndefined();
  });

  it('takes exactly those for conditions that give true or false', () => {
    const conditions = [...functionSignatures].filter(([, signature]) => signature.endsWith(': boolean'));
    expect([...conditionCalls].sort()).toEqual(conditions.map(([name]) => name).sort());
  });

  it('takes only such for never unknown that depend on their arguments alone, and those are of one type', () => {
    for (const name of Object.keys(total)) {
      expect(strictFunctions.has(name), name).toBe(true);
      // Holidays of years that nobody knows, days beyond the calendar, texts beyond all measure are unknown.
      expect(
        ['workingDays', 'addDays', 'addMonths', 'addYears', 'matches', 'round', 'lower', 'upper', 'trim'],
        name,
      ).not.toContain(name);
    }
  });
});
