// The files of the index, each loaded once and only when a query asks for it. hooks/resolutions/finding/files.py says what
// they hold.

export class Tables {
  #folder; #loaded = new Map(); #tables; #together;

  constructor(folder, { version, tables, together }) {
    this.#folder = new URL(`${version}/`, folder);
    this.#tables = tables;
    this.#together = together;
  }

  load(name) {
    if (!this.#loaded.has(name)) {
      const loading = json(new URL(`${name}.json`, this.#folder));
      loading.catch(() => this.#loaded.delete(name));  // the next query tries again
      this.#loaded.set(name, loading);
    }
    return this.#loaded.get(name);
  }

  /** The number of the file in which a key lies, or would lie; -1 before the first. */
  #place(table, key) {
    const firsts = this.#tables[table];
    let low = 0, high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= key) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  async get(table, key) {
    const place = this.#place(table, key);
    if (place < 0) return undefined;
    const found = await this.load(`${table}-${place}`);
    return Object.hasOwn(found, key) ? found[key] : undefined;
  }

  /** All words of a list that begin with these letters. */
  async beginning(table, letters) {
    const from = Math.max(0, this.#place(table, letters)), to = this.#place(table, letters + "\uffff");
    const names = Array.from({ length: to - from + 1 }, (_, i) => `${table}-${from + i}`);
    return (await Promise.all(names.map((name) => this.load(name)))).flat().filter((word) => word.startsWith(letters));
  }

  async entry(number) {
    return (await this.load(`entries-${Math.floor(number / this.#together)}`))[number % this.#together];
  }
}

export async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}
