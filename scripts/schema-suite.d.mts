export function foundSchemaSuite(): string | undefined;
export function ensureSchemaSuite(): string | undefined;
