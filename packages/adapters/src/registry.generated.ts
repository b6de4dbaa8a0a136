// Made from the folders by scripts/generate-registry.ts: not to be edited.

/** Kind → adapter's name → its folder, loaded when it is asked for. */
export const registry = {
  delivery: {
    'delivery/folder': () => import('./delivery/folder/index.ts'),
  },
  mail: {
    'mail/smtp': () => import('./mail/smtp/index.ts'),
  },
} as const;
