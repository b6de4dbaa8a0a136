import type { Inline, JsonObject, JsonValue, TextTree } from '@schalter/definition';
import type { ChartNode } from './chart/node.ts';
import type { Expression } from './expression/tree.ts';

/**
 * A compiled form: frozen JSON, nothing left to parse, to resolve or to check. Made by `compileForm`
 * (`@schalter/engine/compile`), run by everything else.
 */
export interface Program {
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  /** Changes with anything in the program: 14 hexadecimal digits. */
  readonly hash: string;
  /** The form's own language. */
  readonly language: string;
  /** All of them, the form's own first. */
  readonly languages: readonly string[];
  /** IANA name of the zone whose calendar `today()` follows. */
  readonly timeZone: string;
  /** Language → text key → text. What a language lacks is looked up in the form's own. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, ProgramText>>>>;
  /** Language → problem code → text as the translator takes it (i18next syntax). */
  readonly problemTexts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Language → headings of what the form gave none. */
  readonly headings: Readonly<Record<string, Headings>>;
  /** Keys of the form's own texts. */
  readonly keys: FormKeys;
  readonly root: GroupNode;
  /** In the form's order; a summary is always among them. */
  readonly steps: readonly StepNode[];
  /** In the form's order; empty for a form without. A task list is the first of the steps of a form that has some. */
  readonly sections: readonly SectionNode[];
  readonly defines: Readonly<Record<string, Expression>>;
  /**
   * What has to be computed, such that everything stands after what it reads: `r` relevance of a node, `v` value of a
   * leaf, `d` define, `s` condition of a step, each followed by `:` and the template, name or id.
   */
  readonly order: readonly string[];
  /** Groups whose own problems appear where the route says. */
  readonly spreadGroups: readonly SpreadGroup[];
  /** The statechart that sessions run. */
  readonly chart: ChartNode;
  readonly services: Readonly<Record<string, ServiceNode>>;
  readonly retention: JsonObject;
  readonly about: JsonObject;
  /** Every leaf in the order of the form. */
  readonly leaves: readonly LeafEntry[];
  /** How drafts of older versions become drafts of this one; absent where the form says nothing about it. */
  readonly migrations?: readonly MigrationNode[];
}

/** What an expression sees of an older answer. */
export type OldType = 'string' | 'number' | 'boolean' | 'date';

/** One migration, from some versions to a newer one; run by `@schalter/engine/migrate`. Places are pointer templates. */
export interface MigrationNode {
  readonly from: readonly string[];
  readonly to: string;
  /** What expressions see of the older answers. */
  readonly old: readonly (readonly [template: string, type: OldType])[];
  readonly move: readonly { readonly from: string; readonly to: string }[];
  readonly split: readonly { readonly from: string; readonly pattern: string; readonly into: readonly string[] }[];
  readonly set: readonly MigrationValue[];
  readonly map: readonly {
    readonly at: string;
    readonly constants: readonly (readonly [old: string, now: string | number | boolean])[];
  }[];
  readonly drop: readonly string[];
}

/** An answer computed from the older ones. */
export interface MigrationValue {
  readonly to: string;
  readonly value: Expression;
  /** Inside a list: the older list's entries (`/hunde/*‎`), one for each new entry; `self` and `item` are them. */
  readonly entry?: string;
  /** Places of the older answers it is computed from. */
  readonly reads: readonly string[];
}

/** A line of text, a line with interpolations, or a text of paragraphs. */
export type ProgramText =
  | { readonly kind: 'line'; readonly parts: readonly (string | ValuePart)[] }
  | { readonly kind: 'tree'; readonly tree: TextTree<ValuePart> };

export type ProgramInline = Inline<ValuePart>;

/** An interpolation. `leaf` is set when it names a leaf, which then is written as people read it. */
export interface ValuePart {
  readonly kind: 'value';
  readonly tree: Expression;
  readonly leaf?: string;
  readonly type: 'text' | 'date' | 'number' | 'boolean';
}

export interface Headings {
  readonly summary: string;
  readonly tasks: string;
  /** Of what is filed and stands on no page. */
  readonly rest: string;
}

export interface FormKeys {
  readonly title?: string;
  readonly summary?: string;
}

/** Text keys of a node. */
export interface NodeTexts {
  readonly title?: string;
  readonly description?: string;
  readonly help?: string;
  readonly outputTitle?: string;
  readonly heading?: string;
  readonly add?: string;
  readonly remove?: string;
  readonly empty?: string;
  /** Of a unit that is words; codes are the same in every language. */
  readonly unit?: string;
  /** By keyword, format or check id. */
  readonly messages?: Readonly<Record<string, string>>;
}

export type DataNode = LeafNode | GroupNode | ListNode;
export type ProgramNode = DataNode | TextNode;

interface NodeBase {
  readonly name: string;
  /** Pointer template: `/hunde/*‎/name`. */
  readonly template: string;
  readonly texts: NodeTexts;
  readonly when?: Expression;
  /** Ids of the steps that place it (the closest pointers); empty for what stands on none. */
  readonly steps: readonly string[];
  /** A step names it itself, so it is shown there and not with what surrounds it. */
  readonly named?: true;
}

interface DataNodeBase extends NodeBase {
  readonly required: boolean;
  readonly requiredWhen?: Expression;
  readonly checks?: readonly CheckNode[];
}

export type LeafType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';

export interface LeafNode extends DataNodeBase {
  readonly kind: 'leaf';
  readonly type: LeafType;
  /** Of a leaf that holds a list of values. */
  readonly itemType?: LeafType;
  readonly control: string;
  readonly format?: string;
  readonly unit?: string;
  /** Computed: the expression. */
  readonly value?: Expression;
  /** Computed: templates of the leaves it reads, through named expressions too. */
  readonly reads?: readonly string[];
  readonly options?: readonly OptionNode[];
  readonly prefill?: string;
  readonly changeable?: false;
  readonly internal?: true;
  readonly service?: string;
  /** What a slot or place chosen here fills in beside it: template → name in what was chosen. */
  readonly fills?: Readonly<Record<string, string>>;
  /** What its service does for it, where that is a lookup. */
  readonly lookup?: LookupNode;
  readonly labelHidden?: true;
  readonly optionalMark?: false;
  readonly autocomplete?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxWords?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Of a date: the first and the last one allowed. */
  readonly notBefore?: Expression;
  readonly notAfter?: Expression;
  readonly accept?: readonly string[];
  readonly maxBytes?: number;
}

/** What a lookup does for one field. */
export interface LookupNode {
  /** Name of the service. */
  readonly service: string;
  readonly for: 'options' | 'check';
  /** What is passed along; `self` is the group around the field. */
  readonly with: Readonly<Record<string, Expression>>;
  /** Fewest characters to search options for; 0 for a check. */
  readonly minLength: number;
  /** Milliseconds without typing before it is asked. */
  readonly debounce: number;
  /** Only what the lookup knows may be answered. A check always is. */
  readonly strict: boolean;
  /** Whether an answer that cannot be looked up keeps people from going on. */
  readonly blocks: boolean;
  /** Members of the group around, by template → name in the data of a chosen option. */
  readonly fills?: Readonly<Record<string, string>>;
}

export interface OptionNode {
  readonly value: string | number | boolean;
  readonly title: string;
  readonly hint?: string;
  readonly when?: Expression;
  readonly exclusive?: true;
  readonly divider?: true;
}

export interface GroupNode extends DataNodeBase {
  readonly kind: 'group';
  readonly members: readonly ProgramNode[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/** A group whose fields stand on several steps, or that no step shows as a whole. */
export interface SpreadGroup {
  readonly template: string;
  /** The steps that show the group as a whole; none where its fields are named one by one. */
  readonly shown: readonly string[];
  /** Every step that asks something in it. */
  readonly asking: readonly string[];
}

export interface ListNode extends DataNodeBase {
  readonly kind: 'list';
  /** Entries: groups, or leaves of a list of plain values. */
  readonly item: GroupNode | LeafNode;
  readonly as?: string;
  readonly minItems: number;
  readonly maxItems?: number;
  readonly uniqueItems?: true;
}

/** Text inside a group, or a text block of a step. */
export interface TextNode extends NodeBase {
  readonly kind: 'text';
  readonly style: 'text' | 'notice' | 'details';
}

export interface CheckNode {
  readonly id: string;
  readonly assert: Expression;
  /** Where the problem appears, as templates; empty: at the node itself. */
  readonly at: readonly string[];
  readonly message?: string;
}

export interface StepNode {
  readonly id: string;
  readonly kind: 'page' | 'summary' | 'exit' | 'tasks';
  /** The section it belongs to. */
  readonly section?: string;
  readonly title?: string;
  readonly text?: string;
  /** Its section's condition included. */
  readonly when?: Expression;
  /** Template of the list whose entries the step visits. */
  readonly forEach?: string;
  readonly content: readonly (string | TextNode)[];
  /** Templates of all leaves and lists that are asked here. */
  readonly asks: readonly string[];
  readonly titleIsLabel: boolean;
  readonly checks?: readonly CheckNode[];
  readonly handover?: string;
  readonly pass?: readonly string[];
}

/** A row of the task list. */
export interface SectionNode {
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
  /** Name of the expression (in `defines`) that is its condition; its steps' conditions read it too. */
  readonly condition?: string;
  /** Ids of the sections that have to be complete first. */
  readonly after: readonly string[];
}

export interface ServiceNode {
  readonly kind: string;
  /** Text key of what people call it. */
  readonly title?: string;
  readonly when?: Expression;
  readonly amount?: Expression;
  readonly to?: Expression;
  /** Templates of the leaves that `when` and `amount` read. */
  readonly reads: readonly string[];
  /** Everything else as written. */
  readonly settings: JsonObject;
}

/** A leaf for those who list them: documents, converters, tables. */
export interface LeafEntry {
  readonly template: string;
  readonly type: LeafType;
  readonly control: string;
  readonly title?: string;
  readonly format?: string;
  readonly unit?: string;
  readonly computed?: true;
  readonly internal?: true;
  readonly about?: JsonValue;
}
