// SPDX-License-Identifier: Apache-2.0
import type { Id } from '../../../jmap';
import { Observed } from '../../../mail/observed';
import type { Attachment, Content } from '../content';
import type { LocalCopy } from '../local';

/** Where what is written is: as it began; not all on the server; on its way there; there; or only here, because the server did not take it. */
export type Where = 'untouched' | 'changed' | 'saving' | 'saved' | 'here';

export interface Standing {
  readonly content: Content;
  readonly where: Where;
  /** When the server last took it, ms since 1970. */
  readonly savedAt: number | undefined;
  /** Why it is only here. */
  readonly error: unknown;
}

/** What the server made of a draft. */
export interface SavedDraft {
  readonly id: Id;
  /** Where the attachments are in it, by their keys; the draft that it replaced had them elsewhere. */
  readonly blobs: ReadonlyMap<string, Id>;
  /** Drafts that should have gone and have not; they are the next one's to remove. */
  readonly left: readonly Id[];
}

/** What a keeper uses; tests give it others. */
export interface Ports {
  /** Writes a draft on the server in place of others; when `unsure`, of some more that it may have and that nobody here knows of. */
  readonly save: (content: Content, replaces: readonly Id[], unsure: boolean) => Promise<SavedDraft>;
  readonly destroy: (draft: Id) => Promise<void>;
  readonly keep: (copy: Omit<LocalCopy, 'accountId' | 'key'>) => Promise<unknown>;
  readonly forget: () => Promise<unknown>;
  readonly now: () => number;
}

/** How long nothing is typed before the server is told, and how long it waits at most while one goes on typing, in ms. */
export const QUIET = 1_500;
export const LONGEST = 10_000;

/**
 * Keeps a message while it is written: at once in this browser, soon on the server, where one draft is replaced by the next. What the server
 * does not take stays here, and is given to it again with the next change or when `retry` is called.
 */
export class Keeper extends Observed {
  readonly #ports: Ports;
  #standing: Standing;
  #draft: Id | undefined;
  #left: readonly Id[] = [];
  /** An answer was lost: there may be a draft of which nothing is known here. */
  #unsure = false;
  /** Counts changes: what was saved is all there is when none came in between. */
  #version = 0;
  #savedVersion = 0;
  #saving: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #firstChange: number | undefined;
  #ended = false;

  constructor(content: Content, draft: Id | undefined, ports: Ports, unsaved = false) {
    super();
    this.#ports = ports;
    this.#draft = draft;
    this.#standing = { content, where: unsaved ? 'changed' : 'untouched', savedAt: undefined, error: undefined };
    if (unsaved) {
      this.#version = 1;
      this.#unsure = true;
    }
  }

  /** Begins to save what was found unsaved. Apart from the constructor, which React may call for a keeper that is never used. */
  resume(): void {
    if (this.#version > this.#savedVersion && !this.#ended) {
      this.#plan();
    }
  }

  readonly standing = (): Standing => this.#standing;

  get content(): Content {
    return this.#standing.content;
  }

  get draft(): Id | undefined {
    return this.#draft;
  }

  /** Something was written. */
  change(change: Partial<Content>): void {
    if (!this.#ended) {
      this.#version++;
      this.#set({ content: { ...this.content, ...change }, where: this.#saving ? 'saving' : 'changed' });
      void this.#keep();
      this.#plan();
    }
  }

  /** Takes another way of writing the same thing. */
  adopt(same: Partial<Content>): void {
    this.#set({ content: { ...this.content, ...same } });
  }

  /** All of it is on the server when this ends well; throws why it is not. */
  async flush(): Promise<Id> {
    clearTimeout(this.#timer);
    while (this.#draft === undefined || this.#savedVersion < this.#version) {
      await this.#save();
      if (this.#standing.where === 'here') {
        throw this.#standing.error;
      }
    }
    return this.#draft;
  }

  /** Another attempt at what the server did not take. */
  retry(): void {
    if (this.#standing.where === 'here') {
      void this.#save();
    }
  }

  /** Leaves off writing: what the server has is forgotten here, the rest is not. */
  async close(): Promise<void> {
    if (this.#version > this.#savedVersion) {
      await this.flush().catch(() => undefined);
    }
    this.#end();
    if (this.#savedVersion === this.#version) {
      await this.#ports.forget();
    }
  }

  /** It was sent, or is not wanted; the draft is the caller's to remove. */
  async done(): Promise<void> {
    this.#end();
    await this.#saving;
    await this.#ports.forget();
  }

  /** Throws it away, here and on the server. */
  async discard(): Promise<void> {
    await this.done();
    if (this.#draft !== undefined) {
      await this.#ports.destroy(this.#draft);
    }
  }

  #end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  #plan(): void {
    const now = this.#ports.now();
    this.#firstChange ??= now;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), Math.max(0, Math.min(QUIET, this.#firstChange + LONGEST - now)));
  }

  #save(): Promise<void> {
    this.#saving ??= this.#carry().finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  async #carry(): Promise<void> {
    const version = this.#version;
    this.#firstChange = undefined;
    this.#set({ where: 'saving' });
    try {
      const saved = await this.#ports.save(
        this.content,
        [...(this.#draft ? [this.#draft] : []), ...this.#left],
        this.#unsure,
      );
      this.#unsure = false;
      this.#draft = saved.id;
      this.#left = saved.left;
      this.#savedVersion = version;
      const attachments = this.content.attachments.map((each) => moved(each, saved.blobs.get(each.key)));
      const all = version === this.#version;
      this.#set({
        content: { ...this.content, attachments },
        where: all ? 'saved' : 'changed',
        savedAt: this.#ports.now(),
        error: undefined,
      });
    } catch (error) {
      this.#unsure = true;
      this.#set({ where: 'here', error });
    }
    await this.#keep();
  }

  async #keep(): Promise<void> {
    if (!this.#ended) {
      const saved = this.#savedVersion === this.#version;
      // Without its own storage (a private window of some browsers) the server's copy is all there is.
      await this.#ports
        .keep({ content: this.content, draft: this.#draft, saved, at: this.#ports.now() })
        .catch(() => undefined);
    }
  }

  #set(change: Partial<Standing>): void {
    this.#standing = { ...this.#standing, ...change };
    this.changed();
  }
}

function moved(attachment: Attachment, blobId: Id | undefined): Attachment {
  return blobId === undefined ? attachment : { ...attachment, blobId };
}
