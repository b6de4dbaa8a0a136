import type { JsonObject } from '@schalter/definition';
import type fc from 'fast-check';
import type { FormSketch } from '../support.ts';
import { type Chance, random } from './chance.ts';
import { check, groupSchema, type Member, makeMember, namesOf, rootPlace } from './data.ts';
import { condition, numberOf, textOf } from './expressions.ts';
import type { Name, Scope } from './scope.ts';
import { route } from './steps.ts';

/*
 * Random forms with everything that the language has. Fields are made in an order in which each reads only what was made
 * before it, so that there are no cycles; in the definition and on the pages they stand in any other order.
 */

/** A random form that compiles. */
export function makeForm(chance: Chance, expressible = false): FormSketch {
  const place = rootPlace(expressible);
  const made: Member[] = [];
  const define: Record<string, string> = {};
  const defined: Name[] = [];
  const count = 2 + chance.upTo(6);
  for (let index = 0; index < count; index++) {
    const member = makeMember(chance, { ...place, outside: defined }, namesOf(made));
    made.push(member);
    if (expressible || !chance.percent(20)) continue;
    const name = chance.name('d');
    const scope: Scope = { names: [...namesOf(made), ...defined], expressible };
    const [kind, expression] = chance.pick([
      () => ['boolean', condition(chance, scope)] as const,
      () => ['number', numberOf(chance, scope)] as const,
      () => ['text', textOf(chance, scope)] as const,
    ])();
    define[name] = expression;
    defined.push({ text: name, kind, computed: true });
  }
  const all: Scope = { names: [...namesOf(made), ...defined], expressible };
  const root = groupSchema(chance, made, { ...place, outside: defined });
  return {
    data: root,
    ...(defined.length > 0 ? { define } : {}),
    ...(chance.percent(20) ? { checks: [check(chance, all)] } : {}),
    ...route(chance, made, { names: namesOf(made), expressible }, all),
    ...(expressible ? {} : { services: services(chance, all) }),
  } as unknown as FormSketch;
}

/** Services whose conditions and amounts the form computes; `weiter` is what exits hand over to. */
function services(chance: Chance, scope: Scope): JsonObject {
  return {
    weiter: { kind: 'handover' },
    eingang: { kind: 'delivery', receiver: 'amt' },
    ...(chance.percent(30)
      ? {
          gebuehr: {
            kind: 'payment',
            amount: numberOf(chance, scope),
            ...(chance.percent(50) ? { when: condition(chance, scope) } : {}),
          },
        }
      : {}),
    ...(chance.percent(20) ? { nachricht: { kind: 'mail', to: textOf(chance, scope), template: 'receipt' } } : {}),
  };
}

export const anyForm: fc.Arbitrary<FormSketch> = random((chance) => makeForm(chance));

/** Conditions are such that JSON Schema has words for them, wherever they stand. */
export const expressibleForm: fc.Arbitrary<FormSketch> = random((chance) => makeForm(chance, true));
