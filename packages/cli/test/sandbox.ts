import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCli, type Terminal } from '../src/index.ts';

/** A folder of its own in which the command runs as people run it. */
export interface Sandbox {
  readonly folder: string;
  write(path: string, content: string | Uint8Array | object): void;
  read(path: string): string;
  run(...words: string[]): Promise<{ status: number; output: string; errors: string }>;
  /** Runs git there, as somebody who exists nowhere else. */
  git(...words: string[]): void;
  remove(): void;
}

export function sandbox(more: Partial<Terminal> = {}): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), 'schalter-cli-'));
  return {
    folder,
    write(path, content) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      const isData = typeof content === 'object' && !(content instanceof Uint8Array);
      writeFileSync(file, isData ? `${JSON.stringify(content, null, 2)}\n` : content);
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    async run(...words) {
      const output: string[] = [];
      const errors: string[] = [];
      const status = await runCli(words, {
        write: (text) => output.push(text),
        writeError: (text) => errors.push(text),
        colour: false,
        folder,
        ...more,
      });
      return { status, output: output.join(''), errors: errors.join('') };
    },
    git(...words) {
      const who = ['-c', 'user.name=Erika', '-c', 'user.email=erika@mustermann.example', '-c', 'commit.gpgsign=false'];
      const { status, stderr } = spawnSync('git', [...who, ...words], { cwd: folder, encoding: 'utf8' });
      if (status !== 0) throw new TypeError(`git ${words.join(' ')}: ${stderr}`);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A small sound form. */
export function smallForm(more: object = {}, properties: object = {}): object {
  return {
    $schema: 'https://schalter.dev/form/v1.json',
    id: 'hund',
    version: '1.0.0',
    language: 'de',
    title: 'Hund anmelden',
    data: {
      type: 'object',
      properties: { name: { type: 'string', title: 'Rufname', maxLength: 60 }, ...properties },
      required: ['name'],
    },
    steps: [{ id: 'hund', title: 'Der Hund', fields: ['/name', ...Object.keys(properties).map((name) => `/${name}`)] }],
    retention: { draftDays: 30, deliveredDays: 90 },
    ...more,
  };
}
