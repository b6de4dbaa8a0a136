// Help for those who write forms in an editor: Monaco in the designer, VS Code and others through `schalter lsp`
export { complete, type Suggestion } from './complete.ts';
export type { Declaration, DeclaringForm } from './declarations.ts';
export { definitionAt } from './definition.ts';
export { type JsonDocument, nameStretch, nodeAt, readDocument, type Stretch } from './document.ts';
export { type FormTexts, renamableAt, rename, type TextEdit } from './rename.ts';
