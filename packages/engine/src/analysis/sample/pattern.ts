/**
 * A few texts that a pattern matches, as good as that can be told without understanding all of it: the shortest, and one
 * with repetitions. What is not understood (assertions, references back) is left out; who uses the texts tries them.
 */
export function patternSamples(source: string): string[] {
  const samples = [0, 1, 2].map((variant) => {
    const reader = new Reader(source, variant);
    return reader.alternatives();
  });
  return [...new Set(samples)];
}

/** Longer texts are not made. */
const longest = 300;

class Reader {
  readonly #source: string;
  readonly #variant: number;
  #at = 0;

  constructor(source: string, variant: number) {
    this.#source = source;
    this.#variant = variant;
  }

  /** One of `a|b|c`: the variant chooses. */
  alternatives(): string {
    const found = [this.#sequence()];
    while (this.#source[this.#at] === '|') {
      this.#at++;
      found.push(this.#sequence());
    }
    return found[this.#variant % found.length] ?? '';
  }

  #sequence(): string {
    let text = '';
    while (this.#at < this.#source.length && this.#source[this.#at] !== '|' && this.#source[this.#at] !== ')') {
      const atom = this.#atom();
      const count = this.#count();
      for (let index = 0; index < count && text.length < longest; index++) text += atom(index);
    }
    return text;
  }

  /** One character or group, as a function of how often it has been repeated. */
  #atom(): (repetition: number) => string {
    const character = this.#take();
    if (character === '(') return this.#group();
    if (character === '[') return this.#class();
    if (character === '.') return () => 'a';
    if (character === '^' || character === '$') return () => '';
    if (character === '\\') return this.#escape();
    return () => character;
  }

  #group(): (repetition: number) => string {
    const kind = /^\?(?::|<?[=!]|<\w+>)/u.exec(this.#source.slice(this.#at))?.[0] ?? '';
    this.#at += kind.length;
    const text = this.alternatives();
    if (this.#source[this.#at] === ')') this.#at++;
    return () => (/[=!]/u.test(kind) ? '' : text);
  }

  #class(): (repetition: number) => string {
    const negated = this.#source[this.#at] === '^';
    if (negated) this.#at++;
    const members: string[] = [];
    while (this.#at < this.#source.length && this.#source[this.#at] !== ']') {
      const first = this.#member();
      if (this.#source[this.#at] === '-' && this.#source[this.#at + 1] !== ']') {
        this.#at++;
        const last = this.#member();
        members.push(first, last);
      } else members.push(first);
    }
    this.#at++;
    if (negated) {
      const others = [...'a1B-'].filter((one) => !members.includes(one));
      return () => others[0] ?? 'x';
    }
    return (repetition) => members[(repetition + this.#variant) % Math.max(members.length, 1)] ?? '';
  }

  #member(): string {
    const character = this.#take();
    return character === '\\' ? this.#escape()(0) : character;
  }

  #escape(): (repetition: number) => string {
    const character = this.#take();
    if (character === 'd') return (repetition) => String((repetition + this.#variant + 1) % 10);
    if (character === 'w') return () => 'a';
    if (character === 's') return () => ' ';
    if (character === 'D' || character === 'S') return () => 'a';
    if (character === 'W') return () => '-';
    if (character === 'b' || character === 'B') return () => '';
    if (character === 'p' || character === 'P') {
      const name = /^\{[^}]*\}/u.exec(this.#source.slice(this.#at))?.[0] ?? '';
      this.#at += name.length;
      return () => (/^\{N/u.test(name) ? '1' : /^\{Lu/u.test(name) ? 'A' : 'a');
    }
    if (character === 't') return () => '\t';
    if (character === 'n') return () => '\n';
    return () => character;
  }

  /** How often what was read stands there: the least, in other variants a little more where that is allowed. */
  #count(): number {
    const found = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/u.exec(this.#source.slice(this.#at));
    if (!found) return 1;
    this.#at += found[0].length;
    const [whole, least, open, most] = found;
    const from = whole[0] === '{' ? Number(least) : whole[0] === '+' ? 1 : 0;
    const limit =
      whole[0] === '{' ? (open ? Number(most || Number.POSITIVE_INFINITY) : from) : whole[0] === '?' ? 1 : longest;
    return Math.min(from + this.#variant, limit, longest);
  }

  #take(): string {
    const code = this.#source.codePointAt(this.#at);
    const character = code === undefined ? '' : String.fromCodePoint(code);
    this.#at += Math.max(character.length, 1);
    return character;
  }
}
