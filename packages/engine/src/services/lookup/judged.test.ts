import type { JsonObject } from '@schalter/definition';
import { describe, expect, test } from 'vitest';
import { lookupByHand } from '../../../test/lookup-by-hand.ts';
import { settle } from '../../../test/settle.ts';
import { type FormSketch, onePage, program, today } from '../../../test/support.ts';
import { lookupDouble } from '../../doubles/index.ts';
import { evaluateForm, PortError, verifySubmission } from '../../index.ts';
import { lookedUp, lookUp, lookupQuestions } from '../index.ts';

const form = (more: JsonObject = {}): FormSketch =>
  onePage(
    {
      iban: { type: 'string', title: 'IBAN', service: 'bank', maxLength: 6 },
      weitere: { type: 'array', title: 'Weitere', items: { type: 'string', service: 'bank' } },
      ort: { type: 'string', title: 'Ort', service: 'orte' },
    },
    {
      services: {
        bank: { kind: 'lookup', for: 'check', with: { ort: 'ort' }, ...more },
        orte: { kind: 'lookup', for: 'options' },
      } as unknown as NonNullable<FormSketch['services']>,
    },
  );

const never = { timeout: 1_000, retries: 0, pause: 1, longestPause: 1 };

async function judge(answers: JsonObject, more: JsonObject = {}, port = lookupDouble({ bank: [{ value: 'DE1' }] })) {
  const { program: compiled, validate } = program(form(more));
  const questions = lookupQuestions(compiled, answers, { validate, today });
  const verdicts = await lookUp(questions, port, { patience: never });
  const options = { validate, today, lookups: lookedUp(verdicts) };
  const submission = { form: { id: compiled.id, version: compiled.version }, language: 'de', today, answers };
  return {
    questions: questions.map(({ text, context }) => [text, context.given]),
    problems: evaluateForm(compiled, answers, options).problems.map(({ at, code }) => `${at} ${code}`),
    verified: verifySubmission(compiled, submission, options).ok,
  };
}

describe('a server looks up', () => {
  test('what has to be known, each question once, with what belongs to it', async () => {
    expect(await judge({ iban: 'DE1', weitere: ['DE1', 'DE2'], ort: 'Irgendwo' })).toEqual({
      questions: [
        ['DE1', { ort: 'Irgendwo' }],
        ['DE2', { ort: 'Irgendwo' }],
      ],
      problems: ['/weitere/1 lookup:bank'],
      verified: false,
    });
  });

  test('nothing about what is wrong anyway', async () => {
    const { questions, problems } = await judge({ iban: 'DE12345' });
    expect([questions, problems]).toEqual([[], ['/iban maxLength']]);
  });

  test('and lets pass what could not be looked up, unless the form says otherwise', async () => {
    const closed = () => {
      const port = lookupDouble({ bank: [] });
      port.remote.fail('check', { code: 'closed', retry: false }, 9);
      return port;
    };
    expect(await judge({ iban: 'DE1' }, {}, closed())).toMatchObject({ problems: [], verified: true });
    expect(await judge({ iban: 'DE1' }, { whenUnavailable: 'block' }, closed())).toMatchObject({
      problems: ['/iban lookup-unavailable'],
      verified: false,
    });
  });

  test('and does not go on asking a service that cannot be reached', async () => {
    const { port, calls } = lookupByHand();
    const { program: compiled, validate } = program(form());
    const weitere = Array.from({ length: 50 }, (_, index) => `DE${index}`);
    const asked = lookUp(lookupQuestions(compiled, { weitere }, { validate, today }), port, { patience: never });
    await settle();
    expect(calls).toHaveLength(6);
    for (const call of calls) call.reject(new PortError({ code: 'offline', retry: true }));
    const verdicts = await asked;
    expect(calls.length).toBeLessThanOrEqual(12);
    expect([...verdicts.values()].every(({ state }) => state === 'unavailable')).toBe(true);
    expect(verdicts.size).toBe(50);
  });

  test('and stops when it is told to', async () => {
    const { port, calls } = lookupByHand();
    const { program: compiled, validate } = program(form());
    const controller = new AbortController();
    const questions = lookupQuestions(compiled, { iban: 'DE1', weitere: ['DE2'] }, { validate, today });
    const asked = lookUp(questions, port, { patience: never, signal: controller.signal, atOnce: 1 });
    await settle();
    controller.abort();
    expect([...(await asked).values()]).toEqual([{ state: 'unavailable' }, { state: 'unavailable' }]);
    expect(calls.map(({ signal }) => signal.aborted)).toEqual([true]);
  });

  test('or nothing at all: then no lookup is decided', () => {
    const { program: compiled, validate } = program(form({ whenUnavailable: 'block' }));
    expect(evaluateForm(compiled, { iban: 'DE9' }, { validate, today }).problems).toEqual([]);
  });
});
