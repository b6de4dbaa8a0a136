// The form server

// Configuration
export type { ConfigFile, LocalText, ServerConfig, ServiceMapping, ServiceMappings } from './config/config.ts';
export { loadConfig } from './config/load.ts';
export { configSchema } from './config/schema.ts';
export { createServer, type FormServer, type ServerAddress, type ServerOptions } from './server.ts';
