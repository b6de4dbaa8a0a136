import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { registrySource } from '../scripts/generate-registry.ts';
import { adapterNames, createAdapter, type Kind, loadAdapter } from './registry.ts';

const kinds: Kind[] = ['delivery', 'mail'];

describe('registry', () => {
  it('is what the folders say (else: node packages/adapters/scripts/generate-registry.ts)', () => {
    expect(readFileSync(new URL('./registry.generated.ts', import.meta.url), 'utf8')).toBe(registrySource());
  });

  it.each(kinds.flatMap((kind) => adapterNames(kind).map((name) => [kind, name] as const)))(
    'loads %s adapter %s, which bears its folder’s name and describes its options',
    async (kind, name) => {
      const adapter = await loadAdapter(kind, name);
      expect(adapter.name).toBe(name);
      expect(adapter.options).toMatchObject({ type: 'object', additionalProperties: false });
      expect(() => adapter.create({ surely: 'unknown' })).toThrow(expect.objectContaining({ code: 'adapter-options' }));
    },
  );

  it.each(['mail/pigeon', 'smtp', '__proto__', 'toString', ''])(
    'knows no mail adapter %j and says which it knows',
    async (name) => {
      await expect(createAdapter('mail', name, {})).rejects.toMatchObject({
        code: 'adapter-unknown',
        message: expect.stringContaining('mail/smtp'),
      });
    },
  );
});
