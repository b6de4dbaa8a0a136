import type {
  DefinitionProblem,
  FieldSchema,
  FormDefinition,
  FormSource,
  JsonObject,
  Library,
  LocaleTexts,
} from '@schalter/definition';
import type { Program } from '@schalter/engine';
import { fileProblem, readJsonText } from '../forms/read-json.ts';

export interface CheckResult {
  readonly problems: readonly DefinitionProblem[];
  /** There when the form can run, for the preview. */
  readonly program?: Program;
  readonly data?: FieldSchema;
}

/** The source in an author's text, or what keeps it from being one. */
export function readSource(
  id: string,
  text: string,
  locales: Readonly<Record<string, LocaleTexts>>,
): { readonly source?: FormSource; readonly problems: readonly DefinitionProblem[] } {
  const { json, problems } = readJsonText(text, 'form.json');
  if (!json) return { problems };
  const own = typeof json.id === 'string' ? json.id : '';
  const differs =
    own !== '' && own !== id ? [fileProblem('form-id-differs', 'form.json', '/id', { id: own, expected: id })] : [];
  return { source: { form: asForm(json), locales, cases: {} }, problems: [...problems, ...differs] };
}

/** Everything that is wrong with an author's text, and the program when it runs. */
export async function checkText(
  id: string,
  text: string,
  locales: Readonly<Record<string, LocaleTexts>>,
  library: Library,
): Promise<CheckResult> {
  const { source, problems } = readSource(id, text, locales);
  if (!source) return { problems };
  const { checkForm } = await import('@schalter/validators/check');
  const { problems: found, program, resolved } = await checkForm(source, library);
  return {
    problems: [...problems, ...found],
    ...(program ? { program } : {}),
    ...(resolved ? { data: resolved.form.data } : {}),
  };
}

/** The checker says what is wrong with its shape. */
function asForm(json: JsonObject): FormDefinition {
  return json as unknown as FormDefinition;
}
