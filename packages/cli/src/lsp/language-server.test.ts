import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type CompletionItem,
  createConnection,
  type Location,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { createProtocolConnection, type ProtocolConnection } from 'vscode-languageserver-protocol/node';
import { type Sandbox, sandbox, smallForm } from '../../test/sandbox.ts';
import { serveLanguage } from './language-server.ts';

let box: Sandbox;
let client: ProtocolConnection;
let told: Map<string, PublishDiagnosticsParams['diagnostics']>;

beforeEach(async () => {
  box = sandbox();
  const [there, back] = [new PassThrough(), new PassThrough()];
  serveLanguage(createConnection(new StreamMessageReader(there), new StreamMessageWriter(back)));
  client = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  told = new Map();
  client.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
    told.set(uri, diagnostics);
  });
  client.listen();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
});
afterEach(async () => {
  await client.sendRequest('shutdown');
  client.dispose();
  box.remove();
});

const uriOf = (path: string) => pathToFileURL(join(box.folder, path)).href;
const formUri = () => uriOf('forms/hund/form.json');

async function open(form: object, path = 'forms/hund/form.json'): Promise<string> {
  const text = JSON.stringify(form, null, 2);
  box.write(path, text);
  const textDocument = { uri: uriOf(path), languageId: 'json', version: 1, text };
  await client.sendNotification('textDocument/didOpen', { textDocument });
  return text;
}

/** Line and character of the first occurrence of a text, behind it. */
function behind(text: string, part: string) {
  const lines = text.slice(0, text.indexOf(part) + part.length).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

const codes = (uri: string) => told.get(uri)?.map(({ code }) => code);
const dog = (when: string) => smallForm({}, { farbe: { type: 'string', title: 'Farbe', maxLength: 20, when } });

describe('the language server', () => {
  test('tells what the checker says, in the text as it is typed', async () => {
    const text = await open(dog("nmae == 'Bello'"));
    await vi.waitFor(() => expect(codes(formUri())).toContain('expression-unknown-name'), 20_000);
    const problem = told.get(formUri())?.find(({ code }) => code === 'expression-unknown-name');
    expect(problem?.range.end).toEqual(behind(text, '"when": "nmae'));
    const textDocument = { uri: formUri(), version: 2 };
    await client.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges: [{ text: text.replace('nmae', 'name') }],
    });
    await vi.waitFor(() => expect(codes(formUri())).not.toContain('expression-unknown-name'), 20_000);
  });

  test('completes names in expressions', async () => {
    const text = await open(dog('na'));
    const position = behind(text, '"when": "na');
    const items = await client.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri: formUri() },
      position,
    });
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['name', 'farbe', 'today']));
    const item = items.find(({ label }) => label === 'name');
    expect(item).toMatchObject({ detail: 'Rufname', textEdit: { newText: 'name', range: { end: position } } });
  });

  test('leads to blocks of the city', async () => {
    box.write('forms/_blocks/tier.json', {
      id: 'city/tier',
      version: '1',
      language: 'de',
      schema: { type: 'object', title: 'Tier', properties: { art: { type: 'string', title: 'Art', maxLength: 9 } } },
    });
    const text = await open(
      smallForm(
        {},
        {
          tier: { $ref: 'block:city/tier' },
          farbe: { type: 'string', title: 'F', maxLength: 9, when: "tier.art == 'x'" },
        },
      ),
    );
    const found = await client.sendRequest<Location>('textDocument/definition', {
      textDocument: { uri: formUri() },
      position: behind(text, 'tier.ar'),
    });
    expect(found).toMatchObject({ uri: uriOf('forms/_blocks/tier.json'), range: { start: { line: 8 } } });
  });

  test('renames a field in all files of its form', async () => {
    box.write('forms/hund/cases/eins.json', { name: 'Eins', answers: { name: 'Bello' }, expect: {} });
    const text = await open(dog("name == 'Bello'"));
    const position = behind(text, '"when": "na');
    const { changes = {} } = await client.sendRequest<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri: formUri() },
      position,
      newName: 'rufname',
    });
    expect(Object.keys(changes)).toEqual([formUri(), uriOf('forms/hund/cases/eins.json')]);
    // The property, required, the step's pointer and the condition.
    expect(changes[formUri()]).toHaveLength(4);
  });
});
