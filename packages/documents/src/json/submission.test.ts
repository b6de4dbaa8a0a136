import { expect, it } from 'vitest';
import { submissionJson } from './submission.ts';

it('always prints the same way and carries nothing that does not belong to it', () => {
  const answers = { wohnort: 'ja', hunde: [{ name: 'Bello' }] };
  const stored = {
    answers,
    language: 'de',
    token: 'secret',
    form: { version: '1.0.0', id: 'hundesteuer-anmeldung' },
    receivedAt: '2026-11-23T13:05:12.345Z',
    reference: 'HST-1',
  };
  expect(JSON.stringify(submissionJson(stored))).toBe(
    '{"reference":"HST-1","receivedAt":"2026-11-23T13:05:12.345Z","form":{"id":"hundesteuer-anmeldung","version":"1.0.0"},"language":"de","answers":{"wohnort":"ja","hunde":[{"name":"Bello"}]}}',
  );
});
