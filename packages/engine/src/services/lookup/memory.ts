/** Remembers so many values, those that were used last. */
export interface Memory<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
}

export function createMemory<V>(most: number): Memory<V> {
  // A map keeps the order in which its keys were put in.
  const values = new Map<string, V>();
  const put = (key: string, value: V): void => {
    values.delete(key);
    values.set(key, value);
  };
  return {
    get(key) {
      const value = values.get(key);
      if (value !== undefined) put(key, value);
      return value;
    },
    set(key, value) {
      put(key, value);
      const [oldest] = values.keys();
      if (values.size > most && oldest !== undefined) values.delete(oldest);
    },
  };
}
