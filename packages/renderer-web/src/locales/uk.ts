// A module around the file: dynamic imports of JSON are not the same in browsers, bundlers and Node.
export { default } from './uk.json' with { type: 'json' };
