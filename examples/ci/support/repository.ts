import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCli } from '@schalter/cli';

/** What a command of a CI file came to. */
export interface Ran {
  readonly status: number | null;
  readonly output: string;
}

/** The sample as a git repository in a folder of its own, made complete by `schalter init`. */
export interface Repository {
  readonly folder: string;
  read(path: string): string;
  write(path: string, text: string): void;
  change(path: string, from: string, to: string): void;
  git(...words: string[]): Ran;
  /** Stages everything and commits it, the hook passed by. @returns the commit */
  commit(message: string): string;
  /** Runs a script as CI does: bash, ending at the first failure. */
  bash(script: string, env?: Readonly<Record<string, string>>): Ran;
  /** Calls of npm and npx so far. */
  calls(): string[];
  remove(): void;
}

const command = join(dirname(fileURLToPath(import.meta.resolve('@schalter/cli'))), 'main.ts');

export async function sampleRepository(): Promise<Repository> {
  const folder = mkdtempSync(join(tmpdir(), 'schalter-ci-'));
  const root = join(folder, 'repository');
  const log = join(folder, 'calls');
  cpSync(join(import.meta.dirname, '../sample'), root, { recursive: true });
  standIns(join(folder, 'bin'), log);
  const run = (words: readonly string[], env: Readonly<Record<string, string>> = {}): Ran => {
    const [file = '', ...args] = words;
    const { status, stdout, stderr } = spawnSync(file, args, {
      cwd: root,
      encoding: 'utf8',
      env: {
        PATH: `${join(folder, 'bin')}:${process.env.PATH ?? ''}`,
        HOME: folder,
        GIT_AUTHOR_NAME: 'Erika',
        GIT_AUTHOR_EMAIL: 'erika@mustermann.example',
        GIT_COMMITTER_NAME: 'Erika',
        GIT_COMMITTER_EMAIL: 'erika@mustermann.example',
        ...env,
      },
    });
    return { status, output: stdout + stderr };
  };
  const repository: Repository = {
    folder: root,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    change(path, from, to) {
      const text = repository.read(path);
      if (!text.includes(from)) throw new TypeError(`${path} has no ${from}`);
      repository.write(path, text.replace(from, to));
    },
    git: (...words) => run(['git', ...words]),
    commit(message) {
      repository.git('add', '--all');
      const { status, output } = repository.git('commit', '--quiet', '--no-verify', '--message', message);
      if (status !== 0) throw new TypeError(output);
      return repository.git('rev-parse', 'HEAD').output.trim();
    },
    bash: (script, env) => run(['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', script], env),
    calls: () => readFileSync(log, 'utf8').split('\n').filter(Boolean),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  repository.git('init', '--quiet', '--initial-branch', 'main');
  const terminal = { write: () => undefined, writeError: () => undefined, colour: false, folder: root };
  if ((await runCli(['init'], terminal)) !== 0) throw new TypeError('schalter init failed');
  // What "npm install" does in the end.
  repository.git('config', 'core.hooksPath', '.githooks');
  return repository;
}

/** `npm ci` installs nothing; `npx --no-install schalter` is the command of this repository. */
function standIns(bin: string, log: string): void {
  mkdirSync(bin, { recursive: true });
  writeFileSync(log, '');
  const scripts = {
    npm: `echo "npm $*" >> "${log}"\n[ "$1" = ci ]`,
    npx: `echo "npx $*" >> "${log}"\n[ "$1 $2" = "--no-install schalter" ] || exit 9\nshift 2\nexec "${process.execPath}" "${command}" "$@"`,
  };
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
}
