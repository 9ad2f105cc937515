import { createRequire } from 'node:module';
import { awaitAllCallbacks } from '@langchain/core/callbacks/promises';
import {
  type ConfigurableModel,
  initChatModel,
  MODEL_PROVIDER_CONFIG,
} from 'langchain/chat_models/universal';
import type { ChatConfig } from '../../config/chat.ts';
import { ChatError, UserError } from '../../errors.ts';
import type { ChatModel, ChatPiece, ChatRequest } from '../../ports.ts';
import { causesOf, pauseOf } from '../model-server.ts';
import { broken, endOfCall, failureOf } from './guarded-fetch.ts';
import { type Provider, providerOf } from './providers.ts';

/** How long traces may take to be sent when the app closes. */
const TRACES_MS = 2_000;

/** What is read of LangChain's `AIMessageChunk`. */
interface Chunk {
  text: string;
  usage_metadata?: { input_tokens: number; output_tokens: number } | undefined;
}

/**
 * Any chat model that LangChain's `initChatModel` knows. LangChain reads the settings for tracing from the environment
 * by itself; without them it sends nothing to anybody else.
 */
export class LangChainChatModel implements ChatModel {
  readonly name: string;
  readonly #model: ConfigurableModel;
  readonly #provider: Provider;
  /** Turns false when the server does not take a schema. */
  #structured = true;

  private constructor(name: string, model: ConfigurableModel, provider: Provider) {
    this.name = name;
    this.#model = model;
    this.#provider = provider;
  }

  /** @throws {UserError} when the provider is unknown, its package is missing, or it lacks a setting. */
  static async open(config: ChatConfig): Promise<LangChainChatModel> {
    const { provider: modelProvider, model } = config;
    checkInstalled(modelProvider);
    const provider = providerOf(modelProvider);
    try {
      const fields = { ...provider.fields(config), modelProvider, maxRetries: 0 };
      return new LangChainChatModel(
        `${modelProvider}:${model}`,
        await initChatModel(model, fields),
        provider,
      );
    } catch {
      throw new UserError(
        `CHAT_MODEL=${modelProvider}:${model} cannot be set up: check that the provider's key is set in the environment or in .env, as its LangChain package wants it.`,
      );
    }
  }

  /** Whether its replies are held to a schema, as far as is known before and after the first one. */
  get takesSchema(): boolean {
    return this.#structured && Object.keys(this.#provider.structured({})).length > 0;
  }

  async *stream({ messages, schema, signal }: ChatRequest): AsyncGenerator<ChatPiece> {
    const said = messages.map(({ role, text }): [string, string] => [role, text]);
    const options = this.#structured ? this.#provider.structured(schema) : {};
    try {
      yield* this.#pieces(said, signal, options);
    } catch (error) {
      const failure = chatErrorOf(error);
      if (signal.aborted || failure?.failure !== 'refused' || Object.keys(options).length === 0) {
        throw failure ?? broken();
      }
      // It may be the schema that the server does not take; if not, it refuses again.
      yield* this.#unstructured(said, signal);
    }
  }

  async close(): Promise<void> {
    await Promise.race([
      awaitAllCallbacks(),
      new Promise<void>((resolve) => setTimeout(resolve, TRACES_MS).unref()),
    ]);
  }

  async *#unstructured(said: [string, string][], signal: AbortSignal): AsyncGenerator<ChatPiece> {
    try {
      for await (const piece of this.#pieces(said, signal, {})) {
        this.#structured = false;
        yield piece;
      }
    } catch (error) {
      throw chatErrorOf(error) ?? broken();
    }
  }

  async *#pieces(
    said: [string, string][],
    signal: AbortSignal,
    options: Record<string, unknown>,
  ): AsyncGenerator<ChatPiece> {
    const chunks: AsyncIterable<Chunk> = await endOfCall.run(signal, () =>
      this.#model.stream(said, { ...options, signal }),
    );
    for await (const { text, usage_metadata: usage } of chunks) {
      yield {
        text,
        ...(usage === undefined ? {} : { usage: { input: usage.input_tokens, output: usage.output_tokens } }),
      };
    }
  }
}

function checkInstalled(provider: string): void {
  const known: Record<string, { package: string }> = MODEL_PROVIDER_CONFIG;
  const needed = known[provider]?.package;
  if (needed === undefined) {
    throw new UserError(
      `CHAT_MODEL: there is no provider "${provider}". There are ${Object.keys(known).join(', ')}; a server that speaks OpenAI's protocol is openai with CHAT_BASE_URL.`,
    );
  }
  try {
    createRequire(import.meta.url).resolve(needed);
  } catch {
    throw new UserError(
      `CHAT_MODEL: models of ${provider} need the package ${needed}, which is not installed. Run: npm install ${needed}`,
    );
  }
}

/** The failure under what LangChain and the provider's client make of it. */
function chatErrorOf(error: unknown): ChatError | undefined {
  for (const cause of causesOf(error)) {
    if (cause instanceof ChatError) return cause;
    const { status, headers } = cause as { status?: unknown; headers?: unknown };
    if (typeof status === 'number' && status >= 400) {
      const retryAfter = headers instanceof Headers ? headers.get('retry-after') : null;
      return failureOf(status, pauseOf(retryAfter, new Date()));
    }
  }
  return undefined;
}
