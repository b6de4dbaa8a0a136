// Forms on disk
export { type LoadedForms, loadForms } from './load.ts';
export { type ReadJson, readJsonText } from './read-json.ts';
