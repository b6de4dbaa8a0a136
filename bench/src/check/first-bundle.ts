// node first-bundle.ts <form> [language]: prints a form's module and how long its first making took, from its files on.
import { basename, dirname } from 'node:path';
import { loadForms } from '@schalter/server/forms';
import { bundleForm } from '@schalter/validators/bundle';
import { checkForm } from '@schalter/validators/check';
import { type Spell, since, systemClock } from '../harness/clock.ts';

export interface FirstBundle {
  readonly text: string;
  readonly took: Spell;
}

async function first(path: string, language: string): Promise<FirstBundle> {
  const start = systemClock();
  const { forms, library } = await loadForms(dirname(path), { only: basename(path) });
  const [source] = forms.values();
  if (!source) throw new TypeError(`there is no form at ${path}`);
  const { program, resolved } = await checkForm(source, library, { cases: false });
  if (!program || !resolved) throw new TypeError(`the form at ${path} is not sound`);
  const { text } = await bundleForm(program, resolved.form.data, language === '' ? {} : { language });
  return { text, took: since(systemClock, start) };
}

const [path = '', language = ''] = process.argv.slice(2);
console.log(JSON.stringify(await first(path, language)));
