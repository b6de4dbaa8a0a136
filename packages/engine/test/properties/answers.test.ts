import type { JsonObject, JsonValue } from '@schalter/definition';
import { describe, expect, test, vi } from 'vitest';
import { createSession, type Session } from '../../src/index.ts';
import { leafAnswer, makeAnswers, nodesOf, pointerFrom } from '../random/answers.ts';
import { hold } from '../random/chance.ts';
import { comparable, compiledForm, played } from '../random/played.ts';
import { valueAt } from '../random/value-at.ts';

vi.setConfig({ testTimeout: 3_600_000 });

const routeOf = (session: Session) => session.view().route.map(({ id }) => id);

describe('for random forms and histories', () => {
  test('the order of answers does not matter', () => {
    hold(200, (chance, note) => {
      const { compiled, options } = compiledForm(chance, note);
      const nodes = nodesOf(compiled);
      const answers = makeAnswers(chance, compiled);
      const leaves: [at: string, value: JsonValue][] = [];
      const blank = (value: JsonValue, at: string): JsonValue => {
        if (nodes.get(at.replace(/\/\d+(?=\/|$)/g, '/*'))?.kind === 'leaf') {
          leaves.push([at, value]);
          return null;
        }
        if (Array.isArray(value)) return value.map((entry: JsonValue, index) => blank(entry, `${at}/${index}`));
        const members = Object.entries(value as JsonObject);
        return Object.fromEntries(members.map(([name, member]) => [name, blank(member, `${at}/${name}`)]));
      };
      // The entries are there, and nothing is answered in them.
      const skeleton = blank(answers, '') as JsonObject;
      note('answers', leaves);
      const direct = createSession(compiled, { ...options, answers: skeleton });
      const stepwise = createSession(compiled, { ...options, answers: skeleton });
      for (const [at, value] of leaves) direct.send({ type: 'answer', at, value });
      const order = chance.shuffled(leaves);
      note('order', order);
      for (const [at, value] of order) stepwise.send({ type: 'answer', at, value });
      expect(stepwise.persist().answers).toEqual(direct.persist().answers);
      expect(stepwise.submission()).toEqual(direct.submission());
      expect(routeOf(stepwise)).toEqual(routeOf(direct));
      direct.dispose();
      stepwise.dispose();
    });
  });

  test('taking an answer back restores everything', () => {
    hold(300, (chance, note) => {
      const { compiled, session } = played(chance, note);
      const state = () => [session.persist(), session.submission(), comparable(session)];
      const before = state();
      const leaves = [...nodesOf(compiled).values()].filter((node) => node.kind === 'leaf' && !node.value);
      const leaf = leaves.length > 0 ? chance.pick(leaves) : undefined;
      if (leaf?.kind !== 'leaf') return;
      const at = pointerFrom(chance, leaf.template);
      const old = valueAt(session.persist().answers, at);
      const value = leafAnswer(chance, leaf);
      note('answer', { at, value, old });
      const here = session.view().step;
      // A row that is only offered does not exist before it is answered.
      if (old === undefined && leaf.name === '*') return;
      session.send({ type: 'answer', at, value });
      const stayed = session.view().step.id === here.id && session.view().step.entry === here.entry;
      session.send({ type: 'answer', at, value: old ?? null });
      if (stayed) expect(state()).toEqual(before);
      else {
        // The page was lost with the answer, and the person stands on the one before.
        expect(session.persist().answers).toEqual((before[0] as { answers: JsonObject }).answers);
        expect(session.submission()).toEqual(before[1]);
      }
      session.dispose();
    });
  });

  test('moving an entry there and back restores everything, and so does taking away what was added', () => {
    hold(200, (chance, note) => {
      const { compiled, session } = played(chance, note, { but: ['another'] });
      const state = () => [session.persist().answers, session.submission(), routeOf(session)];
      const before = state();
      const lists = [...nodesOf(compiled).values()].filter(({ kind }) => kind === 'list');
      if (lists.length === 0) return;
      const list = pointerFrom(chance, chance.pick(lists).template);
      const [from, to] = [chance.upTo(2), chance.upTo(2)];
      note('list', { list, from, to });
      if (session.send({ type: 'moveItem', at: `${list}/${from}`, to }).ok) {
        session.send({ type: 'moveItem', at: `${list}/${to}`, to: from });
        expect(state()).toEqual(before);
      }
      const entries = () => (valueAt(session.persist().answers, list) as readonly JsonValue[] | undefined) ?? [];
      const count = entries().length;
      if (session.send({ type: 'addItem', at: list }).ok) {
        expect(entries()).toHaveLength(count + 1);
        session.send({ type: 'removeItem', at: `${list}/${count}` });
        expect(state()).toEqual(before);
      }
      session.dispose();
    });
  });
});
