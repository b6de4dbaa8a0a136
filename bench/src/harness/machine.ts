import { arch, cpus, platform, totalmem } from 'node:os';
import type { Machine } from './result.ts';

/** What the figures were taken on. */
export function machine(): Machine {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    system: `${platform()} ${arch()}`,
    node: process.versions.node,
  };
}
