// SPDX-License-Identifier: Apache-2.0
import type { Page, Request } from 'playwright-core';

/** Long enough for what one answer makes a screen ask next; the browser's own "network idle" takes 500 ms at every look. */
const QUIET = 80;

/** What a page asks its server: tells when it has all it asked for. */
export class Traffic {
  readonly #open = new Set<Request>();
  readonly #waiting: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(page: Page) {
    page.on('request', (request) => {
      // A stream of events stays open as long as the page does.
      if (request.resourceType() !== 'eventsource') {
        this.#open.add(request);
        clearTimeout(this.#timer);
      }
    });
    page.on('requestfinished', (request) => this.#end(request));
    page.on('requestfailed', (request) => this.#end(request));
  }

  /** Nothing is on its way, and nothing was asked for a moment. */
  quiet(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#settle();
    });
  }

  #end(request: Request): void {
    if (this.#open.delete(request)) {
      this.#settle();
    }
  }

  #settle(): void {
    clearTimeout(this.#timer);
    if (this.#open.size === 0) {
      this.#timer = setTimeout(() => {
        for (const resolve of this.#waiting.splice(0)) {
          resolve();
        }
      }, QUIET);
    }
  }
}
