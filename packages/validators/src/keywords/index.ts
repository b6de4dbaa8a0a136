import type { CodeKeywordDefinition } from 'ajv';
import { accept } from './accept.ts';
import { maxBytes } from './max-bytes.ts';
import { maxWords } from './max-words.ts';
import { multipleOf } from './multiple-of.ts';
import { postalCode } from './postal-code.ts';

/** Keywords with a meaning of our own; those that JSON Schema has too replace AJV's. */
export const keywords: readonly CodeKeywordDefinition[] = [multipleOf, postalCode, maxWords, maxBytes, accept];
