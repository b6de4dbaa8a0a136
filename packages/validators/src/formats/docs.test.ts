import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatsPage } from '../../scripts/formats-page.ts';
import { withFormats } from '../../scripts/schema-formats.ts';
import { keywordGuides } from '../keywords/guide.ts';
import { keywords } from '../keywords/index.ts';
import { problemTexts } from '../texts.ts';

const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');

describe('what authors read of the formats is current (npm run generate)', () => {
  it('in docs/formats.md', () => {
    expect(read('docs/formats.md')).toBe(formatsPage());
  });

  it('for every keyword that constrains an answer and is not from JSON Schema', () => {
    const own = keywords.map(({ keyword }) => keyword).filter((keyword) => keyword !== 'multipleOf');
    const names = keywordGuides.map(({ name }) => name);
    expect(names.sort()).toEqual([...own, 'notAfter', 'notBefore'].sort());
    for (const { code, example, name } of keywordGuides) {
      expect(example, name).toHaveProperty(name);
      for (const texts of Object.values(problemTexts))
        expect(texts[code] ?? texts[`${code}_other`], code).toBeDefined();
    }
  });

  it('in form.schema.json', () => {
    const schema = read('packages/definition/schema/form.schema.json');
    expect(schema).toBe(withFormats(schema));
  });
});
