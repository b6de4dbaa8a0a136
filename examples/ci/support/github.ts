import { parse } from 'yaml';
import type { Ran, Repository } from './repository.ts';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export interface Workflow {
  readonly on: object;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

/** What `${{ … }}` may name, as GitHub gives it. */
export type Context = Readonly<Record<string, unknown>>;

/** A value with its `${{ a.b.c }}` put in; what is not there is empty. */
export function evaluated(text: string, context: Context): string {
  return text.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, path: string) => {
    const value = path
      .split('.')
      .reduce<unknown>((found, name) => (found as Record<string, unknown> | undefined)?.[name], context);
    return value === undefined ? '' : String(value);
  });
}

/** Runs the steps of a composite action that are scripts, up to the first that fails. */
export function runAction(repository: Repository, path: string, given: Readonly<Record<string, string>>): Ran {
  const action: Action = parse(repository.read(path));
  const defaults = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default]));
  const inputs = { ...defaults, ...given };
  let output = '';
  for (const { run, env = {} } of action.runs.steps) {
    if (run === undefined) continue;
    const values = Object.entries(env).map(([name, value]) => [name, evaluated(value, { inputs })] as const);
    const ran = repository.bash(evaluated(run, { inputs }), Object.fromEntries(values));
    output += ran.output;
    if (ran.status !== 0) return { status: ran.status, output };
  }
  return { status: 0, output };
}

/**
 * Runs a workflow's job: the steps that use an action of the repository itself, with what the workflow hands in.
 * @returns what they came to, and the other actions it uses
 */
export function runWorkflow(repository: Repository, path: string, context: Context) {
  const workflow: Workflow = parse(repository.read(path));
  const foreign: string[] = [];
  let ran: Ran = { status: 0, output: '' };
  for (const step of Object.values(workflow.jobs).flatMap(({ steps }) => steps)) {
    if (step.uses?.startsWith('./')) {
      const given = Object.entries(step.with ?? {}).map(([name, value]) => [name, evaluated(value, context)] as const);
      ran = runAction(repository, `${step.uses}/action.yml`, Object.fromEntries(given));
    } else if (step.uses !== undefined) foreign.push(step.uses);
  }
  return { ...ran, foreign };
}
