// A form as one module for pages
export { bundleForm, type FormBundle, type FormModule } from './bundle.ts';
export { bundleValidators } from './validators.ts';
