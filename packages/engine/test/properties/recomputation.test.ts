import type { JsonObject } from '@schalter/definition';
import { describe, expect, test, vi } from 'vitest';
import { evaluationOf } from '../../src/evaluate/evaluate-form.ts';
import { germanHolidays } from '../../src/holidays/germany.ts';
import { evaluateForm, restoreSession } from '../../src/index.ts';
import { createStore } from '../../src/run/store.ts';
import { leafAnswer, makeAnswers, nodesOf, pointerFrom } from '../random/answers.ts';
import { hold } from '../random/chance.ts';
import { comparable, compiledForm, played, query } from '../random/played.ts';
import { today } from '../support.ts';

// A busy machine is no failure, and a long search takes long.
vi.setConfig({ testTimeout: 3_600_000 });

describe('for random forms and histories', () => {
  test('what is kept up to date equals what is computed from nothing: problems, route, values, submission', () => {
    hold(300, (chance, note) => {
      const { compiled, options } = compiledForm(chance, note);
      const answers = chance.percent(60) ? makeAnswers(chance, compiled) : {};
      note('answers', answers);
      const store = createStore(compiled, {
        validate: options.validate,
        today,
        answers,
        holidays: germanHolidays,
        prefill: { today, query },
      });
      const nodes = [...nodesOf(compiled).values()];
      const changes: string[] = [];
      note('changes', changes);
      for (let left = 1 + chance.upTo(12); left > 0; left--) {
        const node = chance.pick(nodes);
        const at = pointerFrom(chance, node.template);
        const change = chance.pick(['answer', 'add', 'remove', 'move', 'look']);
        changes.push(`${change} ${at}`);
        const list = store.find(at);
        const entry = store.findEntry(at);
        if (change === 'answer' && node.kind === 'leaf') store.answer(at, leafAnswer(chance, node));
        else if (change === 'add' && list?.kind === 'list') store.addItem(list);
        else if (change === 'remove' && entry) store.removeItem(entry);
        else if (change === 'move' && entry) store.moveItem(entry, chance.upTo(entry.list.entries().length - 1));
        // Somebody has looked at everything, so everything has been computed once.
        else if (change === 'look') evaluationOf(store);
      }
      expect(evaluationOf(store)).toEqual(evaluateForm(compiled, store.kept(), options));
      store.dispose();
    });
  });

  test('a session shows on every page what a new one with the same answers shows', () => {
    hold(150, (chance, note) => {
      // The answer to "another?" is of the moment.
      const { compiled, options, session } = played(chance, note, { but: ['another'] });
      const fresh = restoreSession(compiled, session.persist(), options);
      expect(comparable(fresh)).toEqual(comparable(session));
      expect(session.submission()).toEqual(fresh.submission());
      for (const { id } of session.view().route) {
        note('page', id);
        const event = { type: 'goTo', step: id } as const;
        expect(session.send(event)).toEqual(fresh.send(event));
        expect(comparable(session)).toEqual(comparable(fresh));
        // Its problems are shown from now on, on both.
        expect(session.send({ type: 'next' })).toEqual(fresh.send({ type: 'next' }));
      }
      const evaluation = evaluateForm(compiled, session.persist().answers as JsonObject, options);
      expect(session.view().route.map(({ id }) => id)).toEqual(evaluation.route);
      fresh.dispose();
      session.dispose();
    });
  });
});
