import type { PermissionName } from './protocol.ts';

/** What the server keeps, and the parts of Discord's payloads that it reads back. */

export type Json = Record<string, unknown>;

export interface Person {
  id: string;
  name: string;
  bot: boolean;
  locale: string;
  roleIds: string[];
  /** Takes no direct messages. */
  closed?: boolean;
}

export interface Role {
  id: string;
  name: string;
  permissions: bigint;
  /** Whether anybody may ping it. */
  mentionable: boolean;
}

export interface Channel {
  id: string;
  /** The channel's name; for a direct message the name of the person at the other end. */
  name: string;
  /** The person at the other end of a direct message; absent for a channel of the server. */
  recipientId?: string;
  deniedToBot: readonly PermissionName[];
  /** Present for a thread. */
  thread?: ThreadState;
}

export interface ThreadState {
  parentId: string;
  ownerId: string;
  createdAt: number;
  /** Minutes without a message until it is archived. */
  autoArchive: number;
  archived: boolean;
  locked: boolean;
}

export interface Embed {
  title?: string;
  description?: string;
  url?: string;
  timestamp?: string;
  fields?: { name: string; value: string; inline?: boolean }[];
  footer?: { text: string };
  author?: { name: string };
  image?: { url: string };
  thumbnail?: { url: string };
}

export interface Component {
  type: number;
  id?: number;
  custom_id?: string;
  style?: number;
  label?: string;
  description?: string;
  url?: string;
  sku_id?: string;
  emoji?: { id?: string; name?: string };
  disabled?: boolean;
  content?: string;
  placeholder?: string;
  required?: boolean;
  value?: string;
  min_length?: number;
  max_length?: number;
  min_values?: number;
  max_values?: number;
  options?: { label: string; value: string; description?: string; default?: boolean }[];
  /** Of a row, a section or a container. */
  components?: Component[];
  /** Of a section. */
  accessory?: Component;
  /** Of a label in a modal. */
  component?: Component;
  /** Of a file. */
  file?: { url: string };
  /** Of a gallery. */
  items?: { media: { url: string }; description?: string }[];
}

export interface AllowedMentions {
  parse?: string[];
  users?: string[];
  roles?: string[];
  replied_user?: boolean;
}

/** A file that the bot sends with a message. */
export interface SentFile {
  filename: string;
  bytes: Uint8Array;
  /** What is read to those who cannot see it. */
  description?: string;
}

/** The body of a request that sends or edits a message, once it has been checked. */
export interface MessageBody {
  content?: string | null;
  embeds?: Embed[] | null;
  components?: Component[] | null;
  flags?: number | null;
  allowed_mentions?: AllowedMentions | null;
  nonce?: string | number | null;
  enforce_nonce?: boolean | null;
  message_reference?: { message_id: string; fail_if_not_exists?: boolean } | null;
  /** What is said of the files that go with it, by their place among them. */
  attachments?: { id: string | number; filename?: string; description?: string | null }[] | null;
  /** Not of the JSON: the files themselves. */
  files?: SentFile[];
}

/** Whom a message notifies: ids of people and roles. */
export interface Notified {
  users: string[];
  roles: string[];
  everyone: boolean;
}

export interface Message {
  id: string;
  type: number;
  channelId: string;
  authorId: string;
  content: string;
  embeds: Embed[];
  components: Component[];
  flags: number;
  createdAt: number;
  editedAt?: number;
  deleted: boolean;
  /** The message it replies to. */
  replyTo?: string;
  /** Only this person sees it. */
  ephemeralFor?: string;
  interaction?: Interaction;
  nonce?: string | number;
  notified: Notified;
  files: SentFile[];
  /** Every text it has shown, oldest first; "thinking…" does not count. */
  shown: { at: number; text: string }[];
}

export interface Choice {
  name: string;
  value: string | number;
}

export interface ModalBody {
  custom_id: string;
  title: string;
  components: Component[];
}

/** One use of a command, button, select menu, modal or autocomplete. */
export interface Interaction {
  id: string;
  token: string;
  type: number;
  /** How a person would call it, such as `/ask` or `button "Sources"`. */
  label: string;
  createdAt: number;
  userId: string;
  channelId: string;
  commandName?: string;
  /** Type of the option that is being typed, for autocomplete. */
  focusedType?: number;
  /** The message that carries the component; also of a modal that was opened from one. */
  messageId?: string;
  acknowledged?: { at: number; callback: number; ephemeral: boolean };
  /** The bot's time ran out. */
  unanswered: boolean;
  originalId?: string;
  followUpIds: string[];
  modal?: ModalBody;
  choices?: Choice[];
}

export interface CommandOption {
  type: number;
  name: string;
  description: string;
  required?: boolean;
  autocomplete?: boolean;
  choices?: Choice[];
  options?: CommandOption[];
  min_value?: number;
  max_value?: number;
  min_length?: number;
  max_length?: number;
}

export interface Command {
  id: string;
  application_id: string;
  version: string;
  type: number;
  name: string;
  description: string;
  options?: CommandOption[];
  contexts?: number[] | null;
  integration_types?: number[];
  default_member_permissions: string | null;
  /** Of a command that is registered for the server alone. */
  guild_id?: string;
}

/** A request that the server received. */
export interface RecordedRequest {
  at: number;
  method: string;
  /** Below `/api/v10`, without the query. */
  path: string;
  query: Record<string, string>;
  body: unknown;
  /** Files that came with it. */
  files?: SentFile[];
  /** Status of the answer; 0 until it was given. */
  status: number;
}

/** Something that Discord would have refused, or a member would have seen fail. */
export interface Violation {
  at: number;
  /** The request's method and path, `gateway`, or the interaction's label. */
  where: string;
  /** Discord's error code or gateway close code; 0 where there is none. */
  code: number;
  message: string;
  /** One line for each wrong field, such as `embeds.0.title: Must be 256 or fewer in length.` */
  problems: string[];
}

/** A message of the bot that really notified somebody. */
export interface Ping extends Notified {
  messageId: string;
}
