/** The environment as it is read: settings by their names, and what is wrong with them. */
export class Settings {
  /** What is wrong so far, each with its remedy. */
  readonly problems: string[] = [];
  readonly #env: NodeJS.ProcessEnv;

  constructor(env: NodeJS.ProcessEnv) {
    this.#env = env;
  }

  /** Without the spaces around it; `undefined` when it is empty or not there. */
  text(name: string): string | undefined {
    return this.#env[name]?.trim() || undefined;
  }

  /** Entries separated by spaces or commas. */
  list(name: string): string[] {
    return (this.text(name) ?? '').split(/[\s,]+/).filter((entry) => entry !== '');
  }

  /**
   * @param range.usual what it is when it is not set.
   * @param range.of what is counted, as the message shall say.
   */
  wholeNumber(name: string, { least, most, usual, of }: WholeNumberRange): number {
    const text = this.text(name) ?? String(usual);
    const isOne = /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most;
    if (!isOne) {
      const counted = of ? ` of ${of}` : '';
      this.problems.push(`${name} must be a whole number${counted} from ${least} to ${most}, not "${text}"`);
    }
    return Number(text);
  }

  /** An http or https address without slashes at its end. */
  address(name: string, example: string): string | undefined {
    const address = this.text(name)?.replace(/\/+$/, '');
    if (address !== undefined && !/^https?:$/.test(URL.parse(address)?.protocol ?? '')) {
      this.problems.push(`${name} must be an http or https address such as ${example}, not "${address}"`);
    }
    return address;
  }
}

interface WholeNumberRange {
  least: number;
  most: number;
  usual: number;
  of?: string;
}
