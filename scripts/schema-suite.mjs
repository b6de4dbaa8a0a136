// Finds the official JSON Schema Test Suite, which no registry of packages has in a current version: the one installed,
// else that of Debian's package for Perl (unpacked, not installed), else a clone of its repository.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const debianPackage = 'libtest-json-schema-acceptance-perl';
const inPackage = join('usr', 'share', 'perl5', 'auto', 'share', 'dist', 'Test-JSON-Schema-Acceptance');
const repository = 'https://github.com/json-schema-org/JSON-Schema-Test-Suite';
const cache = join(root, 'node_modules', '.cache', 'json-schema-test-suite');

/** Folder with `tests/` and `remotes/`, or undefined. `JSON_SCHEMA_TEST_SUITE` in the environment goes first. */
export function foundSchemaSuite() {
  const candidates = [
    process.env.JSON_SCHEMA_TEST_SUITE,
    join('/', inPackage),
    join(cache, inPackage),
    join(cache, 'clone'),
  ];
  return candidates.find((folder) => folder && existsSync(join(folder, 'tests', 'draft2020-12')));
}

/** As `foundSchemaSuite`, fetching it if there is none; undefined if it cannot be had. */
export function ensureSchemaSuite() {
  const found = foundSchemaSuite();
  if (found) return found;
  mkdirSync(cache, { recursive: true });
  console.log('Fetching the JSON Schema Test Suite …');
  if (spawnSync('apt-get', ['--version']).status === 0) {
    const quiet = { cwd: cache, stdio: 'ignore' };
    if (spawnSync('apt-get', ['download', debianPackage], quiet).status !== 0 && process.getuid?.() === 0) {
      spawnSync('apt-get', ['update', '-qq'], quiet);
      spawnSync('apt-get', ['download', debianPackage], quiet);
    }
    const archive = readdirSync(cache).find((name) => name.endsWith('.deb'));
    if (archive) spawnSync('dpkg-deb', ['-x', archive, '.'], quiet);
  }
  if (!foundSchemaSuite()) {
    spawnSync('git', ['clone', '--quiet', '--depth', '1', repository, join(cache, 'clone')], { stdio: 'ignore' });
  }
  const fetched = foundSchemaSuite();
  if (!fetched)
    console.warn(`It cannot be had: its tests are left out. Set JSON_SCHEMA_TEST_SUITE to a clone of ${repository}.`);
  return fetched;
}
