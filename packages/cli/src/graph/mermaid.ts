import type { RouteNode, RouteWords } from './route.ts';

/** The route as a Mermaid flowchart: a question before every step that has a condition, exits at its side. */
export function mermaid(route: readonly RouteNode[], words: RouteWords): string {
  const lines = ['flowchart TD', `  start(["${words.start}"])`];
  /** Where the next arrow comes from, and what is written on it. */
  let open: { from: string; label?: string }[] = [{ from: 'start' }];
  const connect = (to: string) => {
    for (const { from, label } of open) {
      lines.push(label === undefined ? `  ${from} --> ${to}` : `  ${from} -- ${label} --> ${to}`);
    }
  };
  route.forEach((node, index) => {
    const id = `s${index}`;
    if (node.when !== undefined) {
      lines.push(`  c${index}{"${escaped(node.when)}"}`);
      connect(`c${index}`);
      open = [{ from: `c${index}`, label: words.yes }];
    }
    lines.push(`  ${shape(id, node, words)}`);
    connect(id);
    const skipped = node.when === undefined ? [] : [{ from: `c${index}`, label: words.no }];
    open = node.kind === 'exit' ? skipped : [{ from: id }, ...skipped];
  });
  if (open.length > 0) {
    lines.push(`  sent(["${words.sent}"])`);
    connect('sent');
  }
  return `${lines.join('\n')}\n`;
}

function shape(id: string, node: RouteNode, words: RouteWords): string {
  const each = node.forEach === undefined ? '' : `<br><i>${escaped(`${words.each} ${node.forEach}`)}</i>`;
  const label = `"${escaped(node.title)}${each}"`;
  if (node.kind === 'exit') return `${id}[[${label}]]`;
  return node.kind === 'summary' ? `${id}[/${label}/]` : `${id}[${label}]`;
}

/** Mermaid reads character codes; anything else could end the label or become markup. */
function escaped(text: string): string {
  return text.replace(/["<>&#;`\\{}]/g, (character) => `#${character.charCodeAt(0)};`).replace(/\s+/g, ' ');
}
