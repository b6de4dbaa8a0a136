import { Directive, directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js';

interface State {
  readonly value?: string;
  readonly checked?: boolean;
  readonly selected?: boolean;
}

/**
 * Brings a native input's state in line with the view. Attributes alone would not do: once touched by a person, an
 * input no longer follows them. On the server nothing runs and the attributes stand.
 * The text a person is typing in is left alone; it is put in order when the input is left.
 */
class SyncDirective extends Directive {
  #last: State = {};

  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new TypeError('sync belongs on an element');
  }

  render(_state: State): unknown {
    return undefined;
  }

  override update(part: ElementPart, [state]: [State]): unknown {
    const element = part.element as HTMLInputElement & HTMLOptionElement & HTMLTextAreaElement;
    const { value, checked, selected } = state;
    if (value !== undefined && element.value !== value && !(isTyping(element) && this.#last.value !== undefined)) {
      element.value = value;
    }
    if (checked !== undefined && element.checked !== checked) element.checked = checked;
    if (selected !== undefined && element.selected !== selected) element.selected = selected;
    this.#last = state;
    return undefined;
  }
}

function isTyping(element: Element): boolean {
  const root = element.getRootNode();
  return (root instanceof ShadowRoot || root instanceof Document) && root.activeElement === element;
}

export const sync = directive(SyncDirective);
