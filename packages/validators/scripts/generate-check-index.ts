// Part of `npm run generate`: the list of all pages in docs/checks, from the pages themselves.
import { writeFileSync } from 'node:fs';
import { checkIndex, checkIndexFile } from '../test/check-index.ts';

writeFileSync(checkIndexFile, checkIndex());
