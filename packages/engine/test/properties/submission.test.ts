import type { JsonValue } from '@schalter/definition';
import { describe, expect, test, vi } from 'vitest';
import { createSession, evaluateForm, type Submission, verifySubmission } from '../../src/index.ts';
import { nodesOf } from '../random/answers.ts';
import { type Chance, hold, type Note } from '../random/chance.ts';
import { diligentAnswers } from '../random/diligent.ts';
import { compiledForm, played } from '../random/played.ts';
import { walkOn } from '../random/walk.ts';

vi.setConfig({ testTimeout: 3_600_000 });

/** A session on its summary, with answers of somebody who tries to get them right. */
function onSummary(chance: Chance, note: Note) {
  const { compiled, options } = compiledForm(chance, note);
  const answers = diligentAnswers(chance, compiled, options);
  note('answers', answers);
  const sent: Submission[] = [];
  const submission = {
    submit: (one: Submission) => {
      sent.push(one);
      return Promise.reject(new Error('nobody is there'));
    },
  };
  const session = createSession(compiled, { ...options, answers, submission });
  walkOn(session);
  note('step', session.view().step.id);
  return { compiled, options, session, sent, isThere: session.view().status === 'summary' };
}

describe('for random forms and histories', () => {
  test('what a session files, the server accepts; what the server would refuse, no session files', () => {
    let filed = 0;
    let refused = 0;
    const runs = hold(300, (chance, note) => {
      const { compiled, options, session, sent, isThere } = onSummary(chance, note);
      const submission = session.submission();
      const verification = verifySubmission(compiled, submission, options);
      if (!isThere) {
        expect(verification.ok).toBe(false);
        session.dispose();
        return;
      }
      const result = session.send({ type: 'submit' });
      // An exit that hands over instead of sending is on the route of what could be sent, too.
      const leadsOn = session.view().step.kind === 'exit';
      note('submission', submission.answers);
      note('verification', verification.ok || verification.problems);
      expect({ sends: sent.length === 1 || leadsOn, result }).toEqual({ sends: verification.ok, result: { ok: true } });
      if (sent.length > 0) {
        filed++;
        expect(sent[0]).toEqual(submission);
        if (verification.ok) expect(verification.evaluation.submission).toEqual(submission.answers);
      } else refused++;
      session.dispose();
    });
    // Both happen often enough to mean something.
    expect(Math.min(filed, refused)).toBeGreaterThan(runs / 20);
  });

  test('nothing irrelevant, no null, nothing empty, nothing internal is ever filed', () => {
    hold(200, (chance, note) => {
      const { compiled, options, session } = played(chance, note);
      const { answers } = session.submission();
      const { irrelevant } = evaluateForm(compiled, session.persist().answers, options);
      const nodes = nodesOf(compiled);
      const visit = (value: JsonValue, at: string, inList: boolean): void => {
        note('at', at);
        expect(value).not.toBeNull();
        expect(value).not.toBe('');
        expect(irrelevant.some((one) => at === one || at.startsWith(`${one}/`))).toBe(false);
        const node = nodes.get(at.replace(/\/\d+(?=\/|$)/g, '/*'));
        expect(node?.kind === 'leaf' && node.internal).not.toBe(true);
        if (typeof value !== 'object' || value === null || node?.kind === 'leaf') return;
        const entries = Object.entries(value);
        if (!inList && at !== '') expect(entries.length).toBeGreaterThan(0);
        for (const [name, member] of entries) visit(member as JsonValue, `${at}/${name}`, Array.isArray(value));
      };
      visit(answers, '', false);
      session.dispose();
    });
  });

  test('filing again what was filed changes nothing', () => {
    hold(200, (chance, note) => {
      const { compiled, options, session } = played(chance, note);
      const submission = session.submission();
      const again = evaluateForm(compiled, submission.answers, options);
      const summary = compiled.steps.find(({ kind }) => kind === 'summary')?.id;
      if (again.route.some((id) => id === summary)) expect(again.submission).toEqual(submission.answers);
      session.dispose();
    });
  });
});
