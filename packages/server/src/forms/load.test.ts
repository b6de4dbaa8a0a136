import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/config.ts';
import { loadForms } from './load.ts';

let root: string;
beforeEach(async () => {
  root = await temporaryFolder();
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(path: string, content: string | Uint8Array) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

test('reads forms with locales and cases, blocks and lists', async () => {
  await write('hund/form.json', '{"id":"hund","version":"1.0.0"}');
  await write('hund/locales/en.json', '{"form#title":{"text":"Dog"}}');
  await write('hund/cases/einer.json', '{"name":"Einer","answers":{},"expect":{}}');
  await write('_blocks/adresse.json', '{"id":"adresse"}');
  await write('_lists/rassen.json', '{"id":"rassen","version":"2026-01"}');
  await write('.git/config', '');
  const { forms, library, texts, problems } = await loadForms(root);
  expect(problems).toEqual([]);
  expect([...forms.keys()]).toEqual(['hund']);
  expect(forms.get('hund')).toMatchObject({
    locales: { en: { 'form#title': { text: 'Dog' } } },
    cases: { einer: { name: 'Einer' } },
  });
  expect(texts.get('hund')).toBe('{"id":"hund","version":"1.0.0"}');
  expect(Object.keys(library.blocks)).toEqual(['city/adresse']);
  expect(Object.keys(library.lists)).toEqual(['rassen@2026-01']);
});

describe('problems come with their file, all at once', () => {
  test('syntax with line and column, encoding, duplicates, missing files', async () => {
    await write('a/form.json', '{\n  "id": "a",\n  "title" "x"\n}');
    await write('b/form.json', Buffer.from([0x7b, 0x22, 0xfc, 0x22, 0x7d]));
    await write('c/form.json', '{"id":"c","data":{"x":1,"y":[{"z":1,"z":2}]}}');
    await write('d/locales/en.json', '{}');
    await write('e/form.json', '{"id":"c"}');
    await write('f/form.json', '[]');
    await write('_lists/kaputt.json', '{"id":');
    const { forms, problems } = await loadForms(root);
    expect([...forms.keys()]).toEqual(['c']);
    const found = problems.map(({ file, code, at, params }) => ({ file, code, at, detail: params.detail }));
    expect(found).toContainEqual({
      file: 'a/form.json',
      code: 'json-syntax',
      at: '',
      detail: expect.stringMatching(/^line 3, column 11: /),
    });
    expect(found).toContainEqual({ file: 'b/form.json', code: 'file-encoding', at: '', detail: undefined });
    expect(found).toContainEqual({ file: 'c/form.json', code: 'duplicate-key', at: '/data/y/0/z', detail: undefined });
    expect(found).toContainEqual({ file: 'd', code: 'folder-without-form', at: '', detail: undefined });
    expect(found).toContainEqual({ file: 'e/form.json', code: 'duplicate-form-id', at: '/id', detail: undefined });
    expect(found).toContainEqual({ file: 'f/form.json', code: 'file-not-an-object', at: '', detail: undefined });
    expect(found).toContainEqual(expect.objectContaining({ file: '_lists/kaputt.json', code: 'json-syntax' }));
  });

  test('a byte order mark is a warning, and the form is read', async () => {
    await write('a/form.json', '\uFEFF{"id":"a"}');
    const { forms, problems } = await loadForms(root);
    expect([...forms.keys()]).toEqual(['a']);
    expect(problems).toMatchObject([{ code: 'byte-order-mark', severity: 'warning', file: 'a/form.json' }]);
  });

  test('comments are told apart from other mistakes, with their place', async () => {
    await write('a/form.json', '{\n  // eine Bemerkung\n  "id": "a"\n}');
    const { problems } = await loadForms(root);
    expect(problems).toMatchObject([{ code: 'json-comment', params: { line: 2, column: 3 } }]);
  });

  test('a file of many megabytes is not read', async () => {
    await write('a/form.json', `{"id":"a","title":"${'x'.repeat(17 * 1024 * 1024)}"}`);
    const { forms, problems } = await loadForms(root);
    expect([...forms.keys()]).toEqual([]);
    expect(problems).toMatchObject([{ code: 'file-too-large', file: 'a/form.json' }]);
  });

  test('one form of many can be read alone, with blocks and lists', async () => {
    await write('a/form.json', '{"id":"a"}');
    await write('b/form.json', '{');
    await write('_lists/x.json', '{"id":"x","version":"1"}');
    const { forms, library, folders, shared, problems } = await loadForms(root, { only: 'a' });
    expect([...forms.keys()]).toEqual(['a']);
    expect(folders.get('a')).toBe('a');
    expect(Object.keys(library.lists)).toEqual(['x@1']);
    expect(shared.get('list:x@1')).toBe('_lists/x.json');
    expect(problems).toEqual([]);
  });

  test('a folder that is not there is an error', async () => {
    await expect(loadForms(join(root, 'nix'))).rejects.toMatchObject({ code: 'forms-folder-unreadable' });
  });
});
