import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { createSession, type Session } from '@schalter/engine';
import { build, type Metafile } from 'esbuild';
import { rolldown } from 'rolldown';
import { answersOf, type SampleForm } from '../forms/sample.ts';
import type { Figure } from '../harness/result.ts';
import { definitionOf, ready, today } from './forms.ts';
import { snapshotOf } from './loading.ts';

const form: SampleForm = { kind: 'neighbours', fields: 2000, pageSize: 10 };

/** Heap per session, its view made; and the size of a snapshot with all answers. */
export function memory(): Figure[] {
  const made = ready(definitionOf(form));
  const answers = answersOf(form);
  const many = 10;
  // The first one makes what all share.
  const sessions: Session[] = [];
  const open = () => {
    const session = createSession(made.program, { validate: made.validate, today, answers });
    session.view();
    sessions.push(session);
  };
  open();
  const before = heap();
  for (let count = 0; count < many; count++) open();
  const perSession = (heap() - before) / many / 1e6;
  for (const session of sessions) session.dispose();
  const persisted = Buffer.byteLength(JSON.stringify(snapshotOf(made))) / 1000;
  return [
    { metric: 'memory', n: form.fields, unit: 'MB', ours: perSession, bar: { atMost: 10 } },
    { metric: 'persisted', n: form.fields, unit: 'kB', ours: persisted, bar: { atMost: 200 } },
  ];
}

function heap(): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

/**
 * What a page loads to run forms, made by the bundler that makes the pages here (rolldown) and by another, and which
 * parts it is made of.
 */
export async function size(): Promise<{ readonly figures: Figure[]; readonly parts: string }> {
  const file = join(import.meta.dirname, 'page.ts');
  const [ours, other] = await Promise.all([bundled(file), bundledElsewhere(file)]);
  const parts = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.entries(other.inputs)) {
    const part = partOf(path);
    if (bytesInOutput > 0) parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
  }
  const whole = [...parts.values()].reduce((sum, bytes) => sum + bytes, 0);
  const gzip = compressed(ours) * 1000;
  const lines = [...parts]
    .sort(([, a], [, b]) => b - a)
    .map(([part, bytes]) => `| ${part} | ${kilobytes(bytes)} | ${kilobytes((bytes / whole) * gzip)} |`);
  return {
    figures: [
      { metric: 'size', n: null, unit: 'kB', ours: compressed(ours), bar: { atMost: 28 } },
      { metric: 'size-esbuild', n: null, unit: 'kB', ours: compressed(other.text) },
    ],
    parts: ['| part of `size` | minified kB | of the gzip kB |', '|---|---|---|', ...lines].join('\n'),
  };
}

async function bundled(file: string): Promise<string> {
  const bundle = await rolldown({ input: file, transform: { define: { 'process.env.NODE_ENV': '"production"' } } });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  return output[0].code;
}

async function bundledElsewhere(
  file: string,
): Promise<{ text: string; inputs: Metafile['outputs'][string]['inputs'] }> {
  const { outputFiles, metafile } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2024',
    metafile: true,
    write: false,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const [output] = Object.values(metafile.outputs);
  return { text: outputFiles[0]?.text ?? '', inputs: output?.inputs ?? {} };
}

/** In kB of 1,000 bytes. */
function compressed(text: string): number {
  return gzipSync(text, { level: 9 }).length / 1000;
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

/** `xstate`, `alien-signals`, `definition`, or a folder of the engine (`run`, `flow`, …). */
function partOf(path: string): string {
  const library = /node_modules\/(?!\.pnpm)((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path)?.[1];
  if (library) return library;
  const [, name = '', folder = ''] = /packages\/([^/]+)\/src\/([^/]+)/.exec(path) ?? [];
  if (name === 'engine') return `engine ${folder.replace(/\.ts$/, '')}`;
  return name;
}
