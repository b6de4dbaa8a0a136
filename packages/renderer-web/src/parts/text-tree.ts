import type { Block, Inline, TextTree } from '@schalter/definition';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Ui } from '../ui.ts';

type Content = TemplateResult | string | typeof nothing;

/**
 * A text of the form as HTML. Nothing in it is ever parsed as HTML; links of any scheme but the harmless ones
 * become plain text.
 * @param level level of the heading above the text: its own headings follow on
 */
export function textTree(tree: TextTree | undefined, ui: Ui, level = 1): Content {
  if (!tree || tree.length === 0) return nothing;
  return html`${tree.map((block) => renderBlock(block, ui, level))}`;
}

/** The text alone, without marks: for titles, names and search. */
export function plainText(tree: TextTree | undefined): string {
  return (tree ?? []).map(blockText).filter(Boolean).join(' ');
}

function renderBlock(block: Block, ui: Ui, level: number): Content {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${inlines(block.children, ui)}</p>`;
    case 'heading':
      return heading(Math.min(6, level + Math.max(1, block.level - 1)), inlines(block.children, ui));
    case 'list': {
      const items = block.items.map((item) => html`<li>${listItem(item, ui, level)}</li>`);
      return block.ordered ? html`<ol start=${block.start ?? nothing}>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'quote':
      return html`<blockquote>${block.children.map((child) => renderBlock(child, ui, level))}</blockquote>`;
    case 'code':
      return html`<pre><code>${block.value}</code></pre>`;
    case 'rule':
      return html`<hr />`;
    case 'table':
      return html`<div class="table"><table>
        <thead><tr>${block.head.map((cell, i) => html`<th scope="col" class=${align(block.align[i])}>${inlines(cell, ui)}</th>`)}</tr></thead>
        <tbody>${block.rows.map((row) => html`<tr>${row.map((cell, i) => html`<td class=${align(block.align[i])}>${inlines(cell, ui)}</td>`)}</tr>`)}</tbody>
      </table></div>`;
  }
}

/** A tight list item is its text alone, not a paragraph in a list item. */
function listItem(item: readonly Block[], ui: Ui, level: number): Content {
  const [first, ...rest] = item;
  if (first?.kind !== 'paragraph') return html`${item.map((block) => renderBlock(block, ui, level))}`;
  return html`${inlines(first.children, ui)}${rest.map((block) => renderBlock(block, ui, level))}`;
}

function align(side: 'left' | 'right' | 'center' | null | undefined): string | typeof nothing {
  return side === 'right' || side === 'center' ? `align-${side}` : nothing;
}

function heading(level: number, content: Content | Content[]): Content {
  switch (level) {
    case 2:
      return html`<h2>${content}</h2>`;
    case 3:
      return html`<h3>${content}</h3>`;
    case 4:
      return html`<h4>${content}</h4>`;
    case 5:
      return html`<h5>${content}</h5>`;
    default:
      return html`<h6>${content}</h6>`;
  }
}

function inlines(children: readonly Inline[], ui: Ui): Content[] {
  return children.map((inline) => renderInline(inline, ui));
}

function renderInline(inline: Inline, ui: Ui): Content {
  if (typeof inline === 'string') return inline;
  switch (inline.kind) {
    case 'emphasis':
      return html`<em>${inlines(inline.children, ui)}</em>`;
    case 'strong':
      return html`<strong>${inlines(inline.children, ui)}</strong>`;
    case 'code':
      return html`<code>${inline.value}</code>`;
    case 'break':
      return html`<br />`;
    case 'link':
      return link(inline.href, inlines(inline.children, ui), ui);
  }
}

/** Links leave the form in a new tab, said aloud: what was typed and not yet sent stays. */
function link(href: string, content: Content[], ui: Ui): Content {
  const address = safeAddress(href);
  if (address === undefined) return html`${content}`;
  if (!/^https?:/i.test(address)) return html`<a href=${address}>${content}</a>`;
  return html`<a href=${address} target="_blank" rel="noopener noreferrer">${content}<span class="visually-hidden"> ${ui.t('new-tab')}</span></a>`;
}

/** The address, if it is a web, mail or phone address or one within the site; anything else (`javascript:`) is none. */
export function safeAddress(href: string): string | undefined {
  // Browsers ignore control characters and spaces around and inside a scheme, so they are taken out before looking.
  const seen = Array.from(href)
    .filter((character) => character.charCodeAt(0) > 0x20)
    .join('');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(seen)?.[1]?.toLowerCase();
  if (scheme === undefined) return seen;
  return ['http', 'https', 'mailto', 'tel'].includes(scheme) ? seen : undefined;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children);
    case 'list':
      return block.items.map((item) => plainText(item)).join(' ');
    case 'quote':
      return plainText(block.children);
    case 'code':
      return block.value;
    case 'rule':
      return '';
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(inlineText).join(' ')).join(' ');
  }
}

function inlineText(children: readonly Inline[]): string {
  return children
    .map((inline) => {
      if (typeof inline === 'string') return inline;
      if (inline.kind === 'code') return inline.value;
      return inline.kind === 'break' ? ' ' : inlineText(inline.children);
    })
    .join('');
}
