// SPDX-License-Identifier: Apache-2.0
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type APIResponse, type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import type { Login } from './server';
import { Traffic } from './traffic';

export interface Form {
  readonly language: 'ja' | 'en';
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

export const DESK: Form = { language: 'ja', width: 1280, scheme: 'light' };

/** Every screen is looked at in all of these. */
export const FORMS: readonly Form[] = [
  DESK,
  { language: 'en', width: 1280, scheme: 'dark' },
  { language: 'ja', width: 390, scheme: 'dark' },
  { language: 'en', width: 390, scheme: 'light' },
];

const SCREENSHOTS = join(import.meta.dirname, '../target/screenshots');
mkdirSync(SCREENSHOTS, { recursive: true });

/** Debian's Chromium; as root it has no sandbox. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  });
}

/** Somebody with a browser of their own. */
export class Visitor {
  readonly form: Form;
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #complaints: string[] = [];
  readonly #traffic: Traffic;

  private constructor(form: Form, context: BrowserContext, page: Page) {
    this.form = form;
    this.page = page;
    this.#context = context;
    this.#traffic = new Traffic(page);
    // What the policy forbids, what fails, what throws: all of it is said in the console.
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !message.text().includes('status of 4')) {
        this.#complaints.push(message.text());
      }
    });
    page.on('pageerror', (error) => this.#complaints.push(error.message));
  }

  static async arrive(browser: Browser, form: Form = DESK): Promise<Visitor> {
    const { ports } = inject('demo');
    const context = await browser.newContext({
      baseURL: `http://127.0.0.1:${ports.http}`,
      viewport: { width: form.width, height: form.width < 768 ? 844 : 900 },
      locale: form.language,
      colorScheme: form.scheme,
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(60_000);
    return new Visitor(form, context, await context.newPage());
  }

  /** Signs in without the page, for tests of what comes behind it. */
  async signIn(who: Login): Promise<void> {
    const response = await this.#context.request.post('/api/session', {
      data: { login: who.login, password: who.password },
    });
    expect(response.status(), await response.text()).toBe(200);
  }

  /** What a page of theirs asks: of the API, or of JMAP. */
  async call(method: string, path: string, data: object | Buffer, type?: string): Promise<APIResponse> {
    const { csrfToken } = await (await this.#context.request.get('/api/session')).json();
    const headers = { 'X-CSRF-Token': csrfToken, ...(type && { 'Content-Type': type }) };
    return this.#context.request.fetch(path, { method, data, headers });
  }

  /** Opens an address and waits until everything on it is there. */
  async open(path: string): Promise<void> {
    await this.page.goto(path, { waitUntil: 'commit' });
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.page.waitForLoadState('load');
    await this.page.locator('h1').first().waitFor({ state: 'attached' });
    await this.#traffic.quiet();
    await this.page.evaluate(() => document.fonts.ready.then(() => undefined));
  }

  async shoot(name: string): Promise<void> {
    const { language, width, scheme } = this.form;
    await this.page.screenshot({ path: join(SCREENSHOTS, `${name}-${language}-${width}-${scheme}.png`) });
  }

  /** Nobody is kept out, nothing is cut off, and nothing went wrong unseen. */
  async expectGoodScreen(): Promise<void> {
    // Without frames nothing has to be joined in a page of its own, which costs seconds.
    const { violations } = await new AxeBuilder({ page: this.page })
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'] })
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    const overflow = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, 'sideways scrolling').toBe(0);
    expect(this.#complaints.splice(0)).toEqual([]);
  }

  async leave(): Promise<void> {
    await this.#context.close();
  }
}
