import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../../docs/checks/', import.meta.url);

export const checkIndexFile = new URL('README.md', folder);

/** The list of all codes, group by group, as `docs/checks/README.md` has it. */
export function checkIndex(): string {
  const groups = new Map<string, string[]>();
  for (const name of readdirSync(folder).sort()) {
    if (name === 'README.md' || !name.endsWith('.md')) continue;
    const text = readFileSync(new URL(name, folder), 'utf8');
    // "Warning, plain language. A sentence has more than 25 words; …"
    const [, severity = '', group = '', what = ''] = /^(Error|Warning), ([a-z -]+)\. (.+)$/mu.exec(text) ?? [];
    const code = name.slice(0, -'.md'.length);
    const row = `| [\`${code}\`](${name}) | ${severity.toLowerCase()} | ${what.replaceAll('|', '\\|')} |`;
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  const parts = [...groups].map(
    ([group, rows]) =>
      `## ${group[0]?.toUpperCase()}${group.slice(1)}\n\n| code | | what |\n|---|---|---|\n${rows.join('\n')}\n`,
  );
  return `# Everything the checker says\n\nA page per code: what, why, wrong, right. [How the checker works](../checks.md).\n\n${parts.join('\n')}`;
}
