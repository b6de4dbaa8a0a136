// Writes what authors read of the formats (docs/formats.md, and the formats in form.schema.json that editors offer), and
// the script that bundles of forms hold of this package.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatsPage } from './formats-page.ts';
import { runtimeModules } from './runtime-modules.ts';
import { withFormats } from './schema-formats.ts';

const root = join(import.meta.dirname, '../../..');
const page = join(root, 'docs/formats.md');
const modules = join(import.meta.dirname, '../src/bundle/runtime-modules.json');
const schema = join(root, 'packages/definition/schema/form.schema.json');

writeFileSync(page, formatsPage());
writeFileSync(schema, withFormats(readFileSync(schema, 'utf8')));
writeFileSync(modules, `${JSON.stringify(runtimeModules(), null, 2)}\n`);
