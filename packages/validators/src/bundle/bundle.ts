import { type FieldSchema, leafConstraints, SchalterError } from '@schalter/definition';
import type { Program, Validate } from '@schalter/engine';
import { linkModules } from './link.ts';
import { literal } from './literal.ts';
import { inOneLanguage } from './one-language.ts';
import { pack } from './pack.ts';
import { type ValidatorsScript, validatorsScript } from './validators.ts';

/** What a bundle exports. */
export interface FormModule {
  readonly program: Program;
  readonly validate: Validate;
}

/** A form as one file. */
export interface FormBundle {
  /** `<id>-<version>.<hash>.js`, with the language behind the version where it holds just one. */
  readonly name: string;
  /** 16 hexadecimal digits of the SHA-256 of its text. */
  readonly hash: string;
  /** An ES module. */
  readonly text: string;
}

/**
 * A compiled form as one ES module that imports nothing: its program with the texts of all languages or one, and the
 * validators of its answers with the formats they use. It runs under `script-src 'self'`; the same form gives the same
 * bytes, wherever it is made.
 * @param data `data` of the resolved form that the program was compiled from
 * @throws SchalterError `language-missing`, `constraint-unusable` for a form that was not checked
 */
export async function bundleForm(
  program: Program,
  data: FieldSchema,
  options: { readonly language?: string } = {},
): Promise<FormBundle> {
  const { language } = options;
  if (language !== undefined && !program.languages.includes(language))
    throw new SchalterError('language-missing', {
      form: program.id,
      language,
      languages: program.languages.join(', '),
    });
  const held = language === undefined ? program : inOneLanguage(program, language);
  const written = programScript(held);
  const validators = validatorsScript(
    leafConstraints(data),
    held.leaves.map(({ template }) => template),
  );
  const text = [
    linkModules([...written.modules, ...validators.modules]),
    written.script,
    'const templates=program.leaves.map(({template})=>template);',
    validators.script,
    'export { program, validate };',
    '',
  ]
    .join('\n')
    // All of these stand in texts. Whoever puts the module into a page does not find his script ended by it.
    .replace(/<(?=!--|\/script)/giu, '\\x3c');
  const hash = await contentHash(text);
  const version = language === undefined ? program.version : `${program.version}.${language}`;
  return { name: `${program.id}-${version}.${hash}.js`, hash, text };
}

/** Script that declares `program`, packed where that saves more than the unpacking weighs. */
function programScript(program: Program): ValidatorsScript {
  const plain = literal(program);
  const packed = literal(pack(program));
  const modules = ['bundle/unpack'];
  return plain.length - packed.length < linkModules(modules).length * worthPacking
    ? { script: `const program=${plain};`, modules: [] }
    : { script: `const program=unpack(${packed});`, modules };
}

/** What packing leaves out repeats itself, and compresses to about a fourth of what other script does. */
const worthPacking = 4;

/** Enough for addresses that are cached for ever. */
async function contentHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest).subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
