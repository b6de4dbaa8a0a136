import { errorMessage, errorTable } from '@schalter/definition';
import { expect, test } from 'vitest';
import { EngineError, engineErrors } from './engine-error.ts';

test('the run time’s sentences are those of the table', () => {
  for (const [code, sentence] of Object.entries(engineErrors)) {
    expect(errorTable[code as keyof typeof engineErrors]).toBe(sentence);
  }
  const params = { found: 'a 1.0.0', expected: 'b 1.0.0' };
  expect(new EngineError('snapshot-other-form', params).message).toBe(errorMessage('snapshot-other-form', params));
});
