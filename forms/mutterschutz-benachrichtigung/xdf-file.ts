import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** An element of an official file: its name without prefix, its own text, its children. */
interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** A field or group of the official schema at one place of its tree. */
export interface OfficialElement {
  /** Identifiers from the outermost group inwards: `G00000253/G60000088/G60000086/F60000243`. Unique, unlike the identifier alone. */
  readonly path: string;
  readonly kind: 'group' | 'field';
  readonly id: string;
  readonly version: string;
  /** `bezeichnungEingabe`. */
  readonly title: string;
  /** `hilfetextEingabe`, empty when there is none. */
  readonly help: string;
  /** `anzahl`: fewest and most occurrences within the element around it. */
  readonly atLeast: number;
  readonly atMost: number;
  /** `datentyp`: text, date, bool, num_int … Empty for groups. */
  readonly type: string;
  /** `praezisierung`: minLength, maxLength, minValue, maxValue, pattern; all of them texts in the file. */
  readonly limits: Readonly<Record<string, string>>;
  /** Identifier of the code list, empty when there is none. */
  readonly list: string;
  /** Identifiers of the rules that stand on this element. */
  readonly rules: readonly string[];
}

export interface OfficialForm {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly elements: readonly OfficialElement[];
  /** Identifiers of all rules, also those of the schema itself. */
  readonly rules: readonly string[];
}

const folder =
  process.env.XDF_S00000094 ?? fileURLToPath(new URL('../../../shared/corpus/xdf/S00000094', import.meta.url));
const schemaFile = `${folder}/S00000094V1.0_xdf2.xml`;

/** Whether the official file is at hand: in the folder the environment names by XDF_S00000094, or beside the repository. */
export const officialFileIsThere = existsSync(schemaFile);

/** The official schema S00000094, XDatenfelder 2. */
export function readOfficialForm(): OfficialForm {
  const schema = child(parseXml(readFileSync(schemaFile, 'utf8')), 'stammdatenschema');
  const elements: OfficialElement[] = [];
  collect(schema, '', elements);
  return {
    ...identification(schema),
    name: textOf(schema, 'name'),
    elements,
    rules: [...rulesOf(schema), ...elements.flatMap(({ rules }) => rules)],
  };
}

/** A code list in genericode: code → name, from its first and its naming column. */
export function readOfficialList(id: string, titleColumn = 'name'): ReadonlyMap<string, string> {
  const list = child(parseXml(readFileSync(`${folder}/${id}_genericode.xml`, 'utf8')), 'SimpleCodeList');
  return new Map(
    list.children.map((row): [string, string] => {
      const cells = row.children.map((cell) => [cell.attributes.ColumnRef ?? '', textOf(cell, 'SimpleValue')]);
      return [cells[0]?.[1] ?? '', cells.find(([column]) => column === titleColumn)?.[1] ?? ''];
    }),
  );
}

function collect(around: XmlElement, path: string, into: OfficialElement[]): void {
  for (const structure of all(around, 'struktur')) {
    const [atLeast = '', atMost = ''] = textOf(structure, 'anzahl').split(':');
    for (const element of child(structure, 'enthaelt').children) {
      const { id, version } = identification(element);
      const here = path === '' ? id : `${path}/${id}`;
      const limits = textOf(element, 'praezisierung');
      into.push({
        path: here,
        kind: element.name === 'datenfeldgruppe' ? 'group' : 'field',
        id,
        version,
        title: textOf(element, 'bezeichnungEingabe'),
        help: textOf(element, 'hilfetextEingabe'),
        atLeast: Number(atLeast),
        atMost: atMost === '*' ? Number.POSITIVE_INFINITY : Number(atMost),
        type: textOf(child(element, 'datentyp'), 'code'),
        limits: limits === '' ? {} : JSON.parse(limits),
        list: identification(child(element, 'codelisteReferenz')).id,
        rules: rulesOf(element),
      });
      collect(element, here, into);
    }
  }
}

function rulesOf(element: XmlElement): string[] {
  return all(element, 'regel').map((rule) => identification(rule).id);
}

function identification(element: XmlElement): { id: string; version: string } {
  const found = child(element, 'identifikation');
  return { id: textOf(found, 'id'), version: textOf(found, 'version') };
}

const nothing: XmlElement = { name: '', attributes: {}, children: [], text: '' };

function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((each) => each.name === name);
}

function child(element: XmlElement, name: string): XmlElement {
  return all(element, name)[0] ?? nothing;
}

function textOf(element: XmlElement, name: string): string {
  return child(element, name).text.trim();
}

/** Enough of XML for these files: elements, attributes, text, the five entities and `&#xD;`; no CDATA, no comments inside. */
function parseXml(source: string): XmlElement {
  const root: XmlElement = { ...nothing, children: [] };
  const open = [root];
  for (const [, close, name = '', attributes = '', empty, text = ''] of source.matchAll(
    /<(\/?)(?:[\w-]+:)?([\w.-]+)([^<>]*?)(\/?)>([^<]*)/g,
  )) {
    if (close) {
      open.pop();
    } else {
      const element: XmlElement = { name, attributes: attributesOf(attributes), children: [], text: '' };
      open.at(-1)?.children.push(element);
      if (!empty) open.push(element);
      if (!empty) element.text = readEntities(text);
    }
  }
  return root.children[0] ?? nothing;
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
}

function readEntities(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", '#xD': '' };
  return text.replace(/&([#\w]+);/g, (whole, name: string) => named[name] ?? whole);
}
