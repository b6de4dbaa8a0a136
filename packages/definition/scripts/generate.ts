// Writes src/form.generated.ts, the types of form.json, from schema/form.schema.json.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateTypes } from './types.ts';

writeFileSync(join(import.meta.dirname, '../src/form.generated.ts'), await generateTypes());
