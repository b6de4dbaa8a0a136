import {
  type DefinitionProblem,
  type FormDefinition,
  type JsonObject,
  type LocaleTexts,
  leafConstraints,
  type ResolvedForm,
} from '@schalter/definition';
import { type Program, type Session, type SessionOptions, type Validate } from '../src/index.ts';
/** The parts of a form that a test cares about; the rest is filled in. */
export type FormSketch = Partial<Omit<FormDefinition, 'data'>> & {
  readonly data: JsonObject;
};
export declare const library: import('@schalter/definition').Library;
export declare const today = '2026-11-23';
export interface Compiled {
  /** The resolved form. */
  readonly form: ResolvedForm['form'];
  readonly program: Program;
  readonly validate: Validate;
  readonly problems: readonly DefinitionProblem[];
}
/** Compiles a form and says what is wrong with it. */
export declare function compile(
  sketch: FormSketch,
  locales?: Readonly<Record<string, LocaleTexts>>,
): {
  form?: ResolvedForm['form'];
  program?: Program;
  problems: readonly DefinitionProblem[];
  validate: Validate;
};
/** Compiles a form that must be right. */
export declare function program(sketch: FormSketch, locales?: Readonly<Record<string, LocaleTexts>>): Compiled;
/** A session of a form, without problem texts: messages are codes. */
export declare function start(sketch: FormSketch, options?: Partial<SessionOptions>): Session;
/** A form whose fields all stand on one page. */
export declare function onePage(
  properties: JsonObject,
  rest?: Partial<FormSketch> & {
    required?: string[];
  },
): FormSketch;
/** The common constraints, read from the definition: enough for the engine's own tests, which do not test constraints. */
export declare function validateWith(data: Parameters<typeof leafConstraints>[0]): Validate;
//# sourceMappingURL=support.d.ts.map
