// node scripts/translate.mjs <form> <language> [--accept]: brings a form's translations in order, see docs/forms.md.
import { node, run, setup } from './setup.mjs';

setup();
run(node, ['forms/translate.ts', ...process.argv.slice(2)]);
