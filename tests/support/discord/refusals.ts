import type { Problem } from './rules/shapes.ts';

/** Why Discord refuses a request: HTTP status, error code and message. */
const REASONS = {
  unauthorized: [401, 0, '401: Unauthorized'],
  unknownRoute: [404, 0, '404: Not Found'],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
  invalidForm: [400, 50035, 'Invalid Form Body'],
  entityTooLarge: [413, 40005, 'Request entity too large'],
  unknownApplication: [404, 10002, 'Unknown Application'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  missingAccess: [403, 50001, 'Missing Access'],
  notYourMessage: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  cannotMessageUser: [403, 50007, 'Cannot send messages to this user'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  wrongChannelType: [400, 50024, 'Cannot execute action on this channel type'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  threadArchived: [400, 50083, 'Thread is archived'],
  threadExists: [400, 160004, 'A thread has already been created for this message'],
  tooManyThreads: [400, 160006, 'Maximum number of active threads reached'],
  replyNeedsHistory: [400, 160002, 'Cannot reply without permission to read message history'],
} as const satisfies Record<string, readonly [number, number, string]>;

export type Reason = keyof typeof REASONS;

/** A request that Discord would not accept. */
export class Refusal extends Error {
  readonly reason: Reason;
  readonly status: number;
  readonly code: number;
  readonly problems: readonly Problem[];

  constructor(reason: Reason, problems: readonly Problem[] = []) {
    const [status, code, message] = REASONS[reason];
    super(message);
    this.reason = reason;
    this.status = status;
    this.code = code;
    this.problems = problems;
  }

  /** The answer's body in Discord's own shape. */
  toJSON(): { message: string; code: number; errors?: ErrorTree } {
    const body = { message: this.message, code: this.code };
    return this.problems.length === 0 ? body : { ...body, errors: errorTree(this.problems) };
  }
}

/** The value, or the refusal that Discord gives when there is none. @throws {Refusal} */
export function known<T>(value: T | undefined, reason: Reason): T {
  if (value === undefined) throw new Refusal(reason);
  return value;
}

interface ErrorTree {
  _errors?: { code: string; message: string }[];
  [key: string]: ErrorTree | { code: string; message: string }[] | undefined;
}

/** Discord nests what is wrong by field: `{ embeds: { 0: { title: { _errors: [...] } } } }`. */
function errorTree(problems: readonly Problem[]): ErrorTree {
  const root: ErrorTree = {};
  for (const { path, code, message } of problems) {
    let node = root;
    for (const key of path) {
      node[key] ??= {};
      node = node[key] as ErrorTree;
    }
    node._errors = [...(node._errors ?? []), { code, message }];
  }
  return root;
}
