import { expect, test, vi } from 'vitest';
import { type PersistedSession, restoreSession } from '../../src/index.ts';
import { hold } from '../random/chance.ts';
import { comparable, played } from '../random/played.ts';

vi.setConfig({ testTimeout: 3_600_000 });

test('a restored session is the one that was saved', () => {
  hold(200, (chance, note) => {
    const { compiled, options, session } = played(chance, note);
    const snapshot = JSON.parse(JSON.stringify(session.persist())) as PersistedSession;
    const restored = restoreSession(compiled, snapshot, options);
    expect(restored.persist()).toEqual(session.persist());
    expect(restored.submission()).toEqual(session.submission());
    expect(comparable(restored)).toEqual(comparable(session));
    restored.dispose();
    session.dispose();
  });
});
