import { createSession, type Session } from '@schalter/engine';
import { answersOf, type SampleForm } from '../forms/sample.ts';
import { type Candidate, measure } from '../harness/measure.ts';
import type { Bar, Figure } from '../harness/result.ts';
import { peers } from '../peers/index.ts';
import { definitionOf, ready, today } from './forms.ts';

/** One answer, from the event to the view or to what a peer's page reads. */
export interface Answering {
  readonly metric: string;
  readonly kind: SampleForm['kind'];
  /** Fields per page; all on one when left out. */
  readonly pageSize?: number;
  /** Which field is answered: one in the middle, with one rule that depends on it, or the head. */
  readonly field: 'middle' | 'head';
  readonly sizes: readonly number[];
  readonly sizesForPeers: readonly number[];
  readonly bars?: Readonly<Record<number, Bar>>;
}

/** How many times as long one answer takes in a form of `most` fields as in one of `fewest`, both measured in turns. */
export function growthOf(
  { metric, kind, pageSize, field }: Pick<Answering, 'metric' | 'kind' | 'pageSize' | 'field'>,
  fewest: number,
  most: number,
  bar?: Bar,
): Figure {
  const candidates = [fewest, most].map((fields) => {
    const form: SampleForm = { kind, fields, pageSize: pageSize ?? fields };
    return { ...ours(form, nameOf(field, fields), valuesOf(kind, field)), name: String(fields) };
  });
  const times = measure(candidates, { warmUp: 1000 });
  const growth = (times[most] ?? Number.NaN) / (times[fewest] ?? Number.NaN);
  return { metric, n: most, unit: '×', ours: growth, bar: bar ?? null };
}

function nameOf(field: Answering['field'], fields: number): string {
  return field === 'head' ? 'f0' : `f${fields >> 1}`;
}

/** Two answers that follow each other. */
function valuesOf(kind: SampleForm['kind'], field: Answering['field']): readonly (string | number)[] {
  if (field === 'middle') return ['Morgen', 'Abend'];
  return kind === 'chain' ? [1, 2] : ['ja', 'nein'];
}

export function answering({ metric, kind, pageSize, field, sizes, sizesForPeers, bars = {} }: Answering): Figure[] {
  return sizes.map((fields): Figure => {
    const form: SampleForm = { kind, fields, pageSize: pageSize ?? fields };
    const name = nameOf(field, fields);
    const values = valuesOf(kind, field);
    const candidates = [ours(form, name, values)];
    if (sizesForPeers.includes(fields)) candidates.push(...theirs(form, name, values));
    const { ours: time, ...others } = measure(candidates);
    return { metric, n: fields, unit: 'ms', ours: time ?? Number.NaN, peers: others, bar: bars[fields] ?? null };
  });
}

function ours(form: SampleForm, name: string, values: readonly (string | number)[]): Candidate {
  return {
    name: 'ours',
    prepare() {
      const session = sessionAt(form, name);
      const at = `/${name}`;
      let turn = 0;
      const run = () => {
        session.send({ type: 'answer', at, value: values[turn++ & 1] ?? '' });
        return session.view();
      };
      for (const value of values) {
        const shown = run().step.content.find((one) => one.kind === 'field' && one.at === at);
        if (shown?.kind !== 'field' || shown.value !== value) throw new TypeError(`${at} was not answered.`);
      }
      return {
        run,
        end: () => session.dispose(),
      };
    },
  };
}

/** A session with everything answered, on the page that asks a field. */
function sessionAt(form: SampleForm, name: string): Session {
  const { program, validate } = ready(definitionOf(form));
  const session = createSession(program, { validate, today, answers: answersOf(form) });
  session.send({ type: 'goTo', step: `s${Math.floor(Number(name.slice(1)) / form.pageSize)}` });
  session.view();
  return session;
}

function theirs(form: SampleForm, name: string, values: readonly (string | number)[]): Candidate[] {
  return (
    peers
      // What it cannot say it does not do.
      .filter((peer) => peer.load({ ...form, fields: 2 }) !== undefined)
      .map((peer) => ({
        name: peer.name,
        prepare() {
          const loaded = peer.load(form);
          loaded?.fill();
          let turn = 0;
          return {
            run: () => loaded?.answer(name, values[turn++ & 1] ?? ''),
            end: () => loaded?.end?.(),
          };
        },
      }))
  );
}
