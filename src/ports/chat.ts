/** A part of what is said to a chat model. */
export interface ChatMessage {
  role: 'system' | 'user' | 'assistant';
  text: string;
}

/** One thing to ask a chat model. */
export interface ChatRequest {
  messages: readonly ChatMessage[];
  /** JSON Schema of the reply; a model that cannot be held to it replies as it was told to in the messages. */
  schema: Readonly<Record<string, unknown>>;
  /** Ends the wait and the reply. */
  signal: AbortSignal;
}

/** Tokens as the model's server counts them. */
export interface ChatUsage {
  input: number;
  output: number;
}

/** The next piece of a reply. */
export interface ChatPiece {
  text: string;
  /** Of the whole reply so far; only where the server tells it, mostly with the last piece. */
  usage?: ChatUsage;
}

/** What words answers: any chat model. */
export interface ChatModel {
  /** As it was configured, such as `openai:gpt-4o-mini`. */
  readonly name: string;
  /**
   * The reply as it comes. It is asked once: whoever wants to try again asks again.
   * @throws {ChatError} with what to do; after an abort, anything.
   */
  stream(request: ChatRequest): AsyncIterable<ChatPiece>;
  /** Sends what is left for whoever traces the calls. */
  close(): Promise<void>;
}

/** What a chat model used, by day. */
export interface ChatUsageStore {
  /** @param day `YYYY-MM-DD` */
  chatTokens(day: string): number;
  addChatTokens(day: string, tokens: number): void;
}
