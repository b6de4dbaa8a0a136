import { toJsonSchema } from '@schalter/engine';
import type { Command } from 'commander';
import type { JSONSchema } from 'json-schema-to-typescript';
import { type SoundForm, soundForms } from '../load-form.ts';
import { exitStatus, type Terminal } from '../output.ts';
import { writeOutput } from '../write-output.ts';

/** `schalter types <forms...>`: TypeScript types of what forms file. */
export function typesCommand(program: Command, terminal: Terminal, finish: (status: number) => void): void {
  program
    .command('types')
    .description("Writes TypeScript types of forms' submissions.")
    .argument('[paths...]', 'folders with forms, forms, their form.json, or patterns of these', ['forms'])
    .option('--output <file>', 'write there instead of to the terminal')
    .addHelpText('after', '\nExit status: 0 = written, 1 = a form is broken, 2 = could not run.')
    .action(async (paths: string[], options: { output?: string }) => {
      const parts = ['// Made by `schalter types`. Change the forms, not this file.\n'];
      for (const form of await soundForms(paths, terminal.folder)) parts.push(await submissionTypes(form));
      await writeOutput(terminal, options.output, parts.join('\n'));
      finish(exitStatus.sound);
    });
}

/** The types of one form: `HundesteuerAnmeldung` is what is filed, groups have interfaces of their own inside. */
export async function submissionTypes({ id, program, resolved }: SoundForm): Promise<string> {
  // Loaded only here: it brings a formatter along.
  const { compile } = await import('json-schema-to-typescript');
  const { schema } = toJsonSchema(program, resolved.form.data);
  const { $id: _, title: __, ...rest } = schema;
  const name = typeName(id);
  const text = await compile(withoutConditions(rest) as JSONSchema, name, {
    bannerComment: `/** What the form ${id} ${program.version} files. */`,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    format: true,
    style: { singleQuote: true, printWidth: 120 },
  });
  return text;
}

/** `hundesteuer-anmeldung` → `HundesteuerAnmeldung`. */
export function typeName(id: string): string {
  return id.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()).replace(/^\d/, '_$&');
}

/** Types have no words for conditions between fields; titles of fields would become names of types. */
function withoutConditions(value: unknown, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutConditions(item));
  if (typeof value !== 'object' || value === null) return value;
  const dropped = isMap ? [] : ['if', 'then', 'else', 'allOf', 'title', 'unevaluatedProperties'];
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !dropped.includes(name))
      .map(([name, inner]) => [name, withoutConditions(inner, !isMap && (name === 'properties' || name === '$defs'))]),
  );
}
