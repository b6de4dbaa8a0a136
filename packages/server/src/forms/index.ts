// Forms on disk
export { type FormFiles, folderOnDisk, type TooLarge } from './form-files.ts';
export { type LoadedForms, type LoadOptions, loadForms } from './load.ts';
export { type ReadJson, readJsonText } from './read-json.ts';
