// A module around the file: dynamic imports of JSON are not the same in browsers, bundlers and Node.
export { default } from './ar.json' with { type: 'json' };
