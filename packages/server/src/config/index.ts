// The configuration file, for commands
export type { CheckSettings, ConfigFile, TestSettings } from './config.ts';
export { loadConfigFile } from './load.ts';
export { severitiesFor } from './severities.ts';
