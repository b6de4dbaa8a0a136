import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type FieldSchema, type JsonObject, type JsonValue, leafConstraints } from '@schalter/definition';
import type { Program } from '@schalter/engine';
import { describe, expect, it, vi } from 'vitest';
import { type Chance, hold } from '../../../engine/test/random/chance.ts';
import { makeForm } from '../../../engine/test/random/form.ts';
import { program as compile } from '../../../engine/test/support.ts';
import { loadForms } from '../../../server/src/forms/load.ts';
import { checkForm } from '../check/index.ts';
import { compileValidate } from '../compile-validate.ts';
import { bundleForm, type FormModule } from './bundle.ts';
import { literal } from './literal.ts';
import { inOneLanguage } from './one-language.ts';
import { pack } from './pack.ts';
import { unpack } from './unpack.ts';

vi.setConfig({ testTimeout: 120_000 });

const asJson = (program: Program): JsonObject => JSON.parse(JSON.stringify(program));

const root = join(import.meta.dirname, '../../../..');
const folders = ['forms', 'packages/cli/assets/templates', 'packages/server/test/forms-with-sections'];

async function programsIn(folder: string): Promise<{ program: Program; data: FieldSchema }[]> {
  const { forms, library } = await loadForms(join(root, folder));
  const programs: { program: Program; data: FieldSchema }[] = [];
  for (const source of forms.values()) {
    const { program, resolved } = await checkForm(source, library, { cases: false });
    if (program && resolved) programs.push({ program, data: resolved.form.data });
  }
  return programs;
}

describe('a packed program', () => {
  it.each(folders)('of %s comes back as it was, in all languages and in one', async (folder) => {
    const programs = await programsIn(folder);
    expect(programs.length).toBe(
      readdirSync(join(root, folder), { withFileTypes: true }).filter(
        (entry) => entry.isDirectory() && !entry.name.startsWith('_'),
      ).length,
    );
    for (const { program } of programs) {
      for (const one of [program, ...program.languages.map((language) => inOneLanguage(program, language))]) {
        const packed = pack(one);
        expect(unpack(packed)).toEqual(asJson(one));
        // What is told rightly is not written out as well.
        for (const told of ['root', 'leaves', 'texts', 'steps']) expect(packed.rest).not.toHaveProperty(told);
        expect(literal(packed).length).toBeLessThan(literal(one).length * 0.95);
      }
    }
  });

  it('comes back in its module too, beside validators that say what those in memory say', async () => {
    for (const { program, data } of await programsIn('forms')) {
      const { text } = await bundleForm(program, data);
      expect(text).toContain('unpack(');
      const address = `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`;
      const module: FormModule = await import(/* @vite-ignore */ address);
      expect(module.program).toEqual(asJson(program));
      const memory = compileValidate(data);
      for (const { template } of leafConstraints(data)) {
        for (const value of ['', 'x'.repeat(300), 'ja', '2026-02-30', 7, -1, true, ['x'], {}])
          expect(module.validate(template, value)).toEqual(memory(template, value));
      }
    }
  });

  it('of any form comes back as it was', () => {
    hold(150, (chance, note) => {
      const form = makeForm(chance);
      note('form', form);
      const { program } = compile(form);
      expect(unpack(pack(program))).toEqual(asJson(program));
    });
  });

  it('comes back as it was, though it is as no form would make it', () => {
    hold(150, (chance, note) => {
      const { program } = compile(makeForm(chance));
      const odd = asJson(program) as { root: JsonObject; leaves: JsonObject[]; steps: JsonObject[] };
      for (let left = 4; left > 0; left--) {
        disturb(chance, chance.pick([nodesOf(odd.root), odd.leaves, odd.steps].filter((list) => list.length > 0)));
      }
      note('program', odd);
      expect(unpack(pack(odd as unknown as Program))).toEqual(odd);
    });
  });
});

function nodesOf(node: JsonObject): JsonObject[] {
  const inner = [
    ...((node.members as JsonObject[] | undefined) ?? []),
    ...(node.item ? [node.item as JsonObject] : []),
  ];
  return [node, ...inner.flatMap(nodesOf)];
}

/** Takes something away from one of some objects, or puts something else in its place. */
function disturb(chance: Chance, some: readonly JsonObject[]): void {
  const one = chance.pick(some) as { [name: string]: JsonValue };
  const names = Object.keys(one).filter((name) => !['members', 'item', 'content', 'name', 'id'].includes(name));
  const name = chance.pick([...names, 'neu']);
  const { [name]: old } = one;
  if (chance.percent(40)) {
    // The rest of the program is read by what is always there.
    if (!['texts', 'steps', 'options'].includes(name)) delete one[name];
  } else if (Array.isArray(old)) one[name] = old.slice(1);
  else if (typeof old === 'string') one[name] = `${old}#x`;
  else if (name === 'texts') one[name] = { title: 'anders#title', messages: { required: '/x#message:required' } };
  else one[name] = chance.pick([true, 7, 'neu', ['neu']]);
}
