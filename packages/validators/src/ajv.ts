import { _, type CodeOptions } from 'ajv';
import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import { formats } from './formats/index.ts';
import { annotations } from './keywords/annotations.ts';
import { keywords } from './keywords/index.ts';
import { runtimeModule } from './keywords/runtime-function.ts';
import { guardedPattern, type PatternMaker } from './runtime/pattern.ts';

export interface AjvOptions {
  /** Keep the generated code, to make modules of it. */
  readonly source?: boolean;
  /** Makes the patterns; default: `guardedPattern`. Code that is kept always has that. */
  readonly patterns?: PatternMaker;
  /** Errors carry schema and data. */
  readonly verbose?: boolean;
  /** `false`: keywords that nobody knows are ignored, as JSON Schema has it. In forms they are errors. */
  readonly strict?: false;
  /** `false`: `format` says something and demands nothing, as JSON Schema has it. */
  readonly validateFormats?: false;
}

/**
 * AJV with our dialect: JSON Schema 2020-12 in strict mode (a keyword nobody knows is an error), all errors at once,
 * without sentences of its own, with the formats and keywords of the form language.
 */
export function createAjv(options: AjvOptions = {}): Ajv2020 {
  const code: CodeOptions = {
    source: options.source === true,
    esm: true,
    lines: options.source === true,
    formats: _`require(${`${runtimeModule}/formats`})`,
    regExp: Object.assign((source: string, flags: string) => (options.patterns ?? guardedPattern)(source, flags), {
      code: `require("${runtimeModule}").guardedPattern`,
    }),
  };
  const settings: Options = {
    strict: options.strict ?? true,
    validateFormats: options.validateFormats ?? true,
    // A constraint may stand without its type beside it (in anyOf), a name may be required before it is described.
    strictTypes: false,
    strictRequired: false,
    strictTuples: false,
    allErrors: true,
    messages: false,
    // In code that is kept, options stand in it however many they are.
    ...(options.source === true ? { loopEnum: Number.POSITIVE_INFINITY } : {}),
    verbose: options.verbose === true,
    code,
  };
  const ajv = new Ajv2020(settings);
  for (const format of formats) ajv.addFormat(format.name, format.test);
  ajv.addVocabulary([...annotations]);
  for (const keyword of keywords) {
    if (typeof keyword.keyword === 'string' && ajv.getKeyword(keyword.keyword) !== false) {
      ajv.removeKeyword(keyword.keyword);
    }
    ajv.addKeyword(keyword);
  }
  return ajv;
}
