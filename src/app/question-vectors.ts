import { EmbeddingError } from '../errors.ts';
import type { Generation, Status } from '../model.ts';
import type { EmbeddingModel } from '../ports.ts';
import { MEASURED_MODEL } from '../retrieve/nearness.ts';

/** A model that failed is left alone for so long, unless it asks for more. */
const PAUSE_MS = 30_000;
/** What a text is given that no model embeds: it is searched for by its words alone. */
const NONE = new Float32Array();

/** Embeds texts for one generation of the library. */
export interface QuestionEncoder {
  /** The model of the generation. */
  model: string | undefined;
  /** The unit vector of a text; empty when the model is not there, or gives none. */
  vectorOf(text: string): Promise<Float32Array>;
}

export interface QuestionVectorsDeps {
  /** The model of the settings. */
  configured: EmbeddingModel;
  /** The model that is always there, made when it is first needed. */
  bundled: () => EmbeddingModel;
  now: () => Date;
}

/**
 * Gives questions their vectors, of the model that the articles were embedded with. Where it cannot, because another
 * model is configured by now or its server fails, questions are searched by their words alone, and `status` says why.
 */
export class QuestionVectors {
  readonly #deps: QuestionVectorsDeps;
  #serving: Generation | undefined;
  #problem: string | undefined;
  #pausedUntil = 0;

  constructor(deps: QuestionVectorsDeps) {
    this.#deps = deps;
  }

  /** The generation that questions are asked of from now on. */
  serve(generation: Generation | undefined): void {
    this.#serving = generation;
  }

  encoder(): QuestionEncoder {
    const generation = this.#serving;
    const model = generation && this.#modelOf(generation);
    return {
      model: generation?.model,
      vectorOf: async (text) => (model && generation ? this.#vectorOf(text, model, generation) : NONE),
    };
  }

  /** The unit vector of a text, of the bundled model. */
  async measured(text: string): Promise<Float32Array> {
    const model = this.#deps.bundled();
    return unitVector(text, model, model.dimensions);
  }

  get status(): Pick<Status, 'embeddings' | 'embeddingsNote'> {
    const { name } = this.#deps.configured;
    const note = this.#note();
    return { embeddings: name, ...(note !== undefined && { embeddingsNote: note }) };
  }

  #note(): string | undefined {
    const generation = this.#serving;
    if (!generation) return this.#problem;
    const byWords = 'questions are searched by their words alone';
    if (generation.model !== this.#deps.configured.name) {
      const how = this.#modelOf(generation) ? 'questions are, too' : byWords;
      return `the articles are still embedded with ${generation.model}; until they are prepared anew, ${how}`;
    }
    if (isUnmeasured(generation)) return `it is not measured yet; until then ${byWords}`;
    return this.#problem === undefined ? undefined : `${byWords}: ${this.#problem}`;
  }

  /** The model that embeds questions for a generation; `undefined` when there is none, or nobody knows what it is worth. */
  #modelOf(generation: Generation): EmbeddingModel | undefined {
    if (isUnmeasured(generation)) return undefined;
    const { configured, bundled } = this.#deps;
    if (generation.model === configured.name) return configured;
    return generation.model === MEASURED_MODEL ? bundled() : undefined;
  }

  async #vectorOf(text: string, model: EmbeddingModel, generation: Generation): Promise<Float32Array> {
    const now = this.#deps.now().getTime();
    if (now < this.#pausedUntil) return NONE;
    try {
      const vector = await unitVector(text, model, generation.dimensions);
      this.#problem = undefined;
      return vector;
    } catch (error) {
      if (!(error instanceof EmbeddingError)) throw error;
      this.#problem = error.message;
      this.#pausedUntil = now + Math.max(PAUSE_MS, error.retryAfterMs ?? 0);
      return NONE;
    }
  }
}

function isUnmeasured({ model, calibration }: Generation): boolean {
  return model !== MEASURED_MODEL && calibration === undefined;
}

/** @throws {EmbeddingError} when the model gives none that can be used. */
async function unitVector(
  text: string,
  model: EmbeddingModel,
  dimensions: number | undefined,
): Promise<Float32Array> {
  const vector = await model.embedQuery(text);
  const norm = Math.hypot(...vector);
  if (vector.length !== dimensions || !Number.isFinite(norm) || norm === 0) {
    throw new EmbeddingError(
      'broken',
      `The embedding model ${model.name} gave a vector of ${vector.length} numbers and length ${norm}, where the articles have ${dimensions} numbers: another model may stand behind its name.`,
    );
  }
  return Float32Array.from(vector, (value) => value / norm);
}
