// node first-run.ts <form as JSON>: prints how long compiling and starting take when nothing is warm.
import { createSession } from '@schalter/engine';
import { compileValidate } from '@schalter/validators';
import type { SampleForm } from '../forms/sample.ts';
import { type Spell, since, systemClock } from '../harness/clock.ts';
import { compiled, definitionOf, fresh, today } from './forms.ts';

export interface FirstTimes {
  readonly compile: Spell;
  readonly start: Spell;
}

function first(form: SampleForm): FirstTimes {
  const definition = definitionOf(form);
  const beginning = systemClock();
  const { program, resolved } = compiled(definition);
  const compile = since(systemClock, beginning);
  const page = fresh(program);
  const validate = compileValidate(resolved.form.data);
  const opening = systemClock();
  createSession(page, { validate, today }).view();
  return { compile, start: since(systemClock, opening) };
}

console.log(JSON.stringify(first(JSON.parse(process.argv[2] ?? '') as SampleForm)));
