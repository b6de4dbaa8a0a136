import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formIo } from './form-io.ts';
import { formilyCore } from './formily.ts';
import { jsonForms } from './json-forms.ts';
import type { Peer } from './peer.ts';
import { survey } from './survey.ts';

export const peers: readonly Peer[] = [survey, jsonForms, formIo, formilyCore];

/** The version that is installed. */
export function versionOf({ name }: Peer): string {
  const file = join(import.meta.dirname, '..', '..', 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
