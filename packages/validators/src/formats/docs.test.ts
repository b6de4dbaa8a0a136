import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatsPage } from '../../scripts/formats-page.ts';
import { withFormats } from '../../scripts/schema-formats.ts';

const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');

describe('what authors read of the formats is current (npm run generate)', () => {
  it('in docs/formats.md', () => {
    expect(read('docs/formats.md')).toBe(formatsPage());
  });

  it('in form.schema.json', () => {
    const schema = read('packages/definition/schema/form.schema.json');
    expect(schema).toBe(withFormats(schema));
  });
});
