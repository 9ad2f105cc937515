/** A claim as a chat model gave it: nothing of it is believed. */
export interface RawClaim {
  text: string;
  rests: { passage: number; words: string }[];
}

/** What a reply has to look like (JSON Schema). */
export const REPLY_SCHEMA = {
  type: 'object',
  properties: {
    claims: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          text: { type: 'string' },
          rests: {
            type: 'array',
            items: {
              type: 'object',
              properties: { passage: { type: 'integer' }, words: { type: 'string' } },
              required: ['passage', 'words'],
              additionalProperties: false,
            },
          },
        },
        required: ['text', 'rests'],
        additionalProperties: false,
      },
    },
  },
  required: ['claims'],
  additionalProperties: false,
};

const MOST_CLAIMS = 8;
const MOST_RESTS = 6;

/** Objects are nested deeper by nobody who means well. */
const DEEPEST = 8;
const LONGEST_CLAIM = 8_000;

/**
 * Reads the claims of a reply as it comes: each once it is complete, in order. The reply may be in a code fence, with
 * words around it, without the object around the list, or cut off anywhere.
 */
export class RawClaimReader {
  readonly #claims: RawClaim[] = [];
  readonly #open: number[] = [];
  #at = 0;
  #inString = false;

  /** @param reply all that came so far; what was read before is not read again. */
  read(reply: string): readonly RawClaim[] {
    for (; this.#at < reply.length; this.#at++) this.#step(reply);
    return this.#claims;
  }

  #step(reply: string): void {
    const unit = reply[this.#at];
    if (this.#inString) {
      if (unit === '\\') this.#at++;
      else if (unit === '"') this.#inString = false;
    } else if (unit === '"') this.#inString = this.#open.length > 0;
    else if (unit === '{' && this.#open.length < DEEPEST) this.#open.push(this.#at);
    else if (unit === '}') {
      const start = this.#open.pop() ?? this.#at;
      const json = reply.slice(start, this.#at + 1);
      if (json.length > LONGEST_CLAIM || this.#claims.length >= MOST_CLAIMS) return;
      this.#claims.push(...claimOf(parsed(json)));
    }
  }
}

/** The claims of a reply that are complete. */
export function rawClaimsIn(reply: string): readonly RawClaim[] {
  return new RawClaimReader().read(reply);
}

/** Whether a reply says in the agreed form that there is nothing to say. */
export function saysNothing(reply: string): boolean {
  return /"claims"\s*:\s*\[\s*\]/.test(reply);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function claimOf(value: unknown): RawClaim[] {
  if (!isRecord(value) || typeof value.text !== 'string' || !Array.isArray(value.rests)) return [];
  const rests = value.rests.slice(0, MOST_RESTS).flatMap((rest: unknown) => {
    if (!isRecord(rest) || typeof rest.words !== 'string') return [];
    const passage = Number(typeof rest.passage === 'string' ? rest.passage.replace(/\D/g, '') : rest.passage);
    return [{ passage, words: rest.words }];
  });
  return [{ text: value.text, rests }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
