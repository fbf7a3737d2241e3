// SPDX-License-Identifier: Apache-2.0
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Hostile, SAMPLES } from './hostile';
import { launch } from './visitor';

/** Frames shown at a time. */
const AT_ONCE = 20;

/** Every so many of them is shown as it came; if it does nothing within so many ms, it waits for an event that nobody makes. */
const CONTROL = 60;
const CONTROL_TIME = 300;

let browser: Browser;
let context: BrowserContext;
let origin: string;
const blobs = new Map<Hostile, string>();

declare global {
  interface Window {
    pwned?: number;
  }
}

beforeAll(async () => {
  const { ports, accounts } = inject('demo');
  const [reader] = accounts;
  origin = `http://127.0.0.1:${ports.http}`;
  browser = await launch();
  context = await browser.newContext({ baseURL: origin });
  const signedIn = await context.request.post('/api/session', {
    data: { login: reader?.address, password: reader?.password },
  });
  expect(signedIn.status()).toBe(200);
  const { csrfToken } = await (await context.request.get('/api/session')).json();
  const { primaryAccounts } = await (await context.request.get('/jmap/session')).json();
  const account = primaryAccounts['urn:ietf:params:jmap:mail'];
  for (const sample of SAMPLES) {
    const uploaded = await context.request.post(`/jmap/upload/${account}`, {
      data: Buffer.from(letter(sample)),
      headers: { 'Content-Type': 'message/rfc822', 'X-CSRF-Token': csrfToken },
    });
    blobs.set(sample, (await uploaded.json()).blobId);
  }
});

afterAll(() => browser.close());

function letter({ name, html }: Hostile): string {
  const body = Buffer.from(html).toString('base64').replace(/.{76}/g, '$&\r\n');
  return `Subject: ${name}\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n`;
}

/** What a page does that it should not: requests that are not for `allowed`, programs, windows, questions. */
function watch(page: Page, allowed: (path: string) => boolean): string[] {
  const deeds: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (
      !url.startsWith('data:') &&
      !url.startsWith('about:') &&
      !(url.startsWith(origin) && allowed(url.slice(origin.length)))
    ) {
      deeds.push(`asked for ${url}`);
    }
  });
  page.on('dialog', async (dialog) => {
    deeds.push(`asked ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('popup', () => deeds.push('opened a window'));
  page.on('download', () => deeds.push('began a download'));
  page.on('framenavigated', (frame) => {
    if (frame.url() !== 'about:blank' && !frame.url().startsWith(origin)) {
      deeds.push(`went to ${frame.url()}`);
    }
  });
  return deeds;
}

test('there are enough of them', () => {
  expect(SAMPLES.length).toBeGreaterThanOrEqual(400);
  expect(new Set(SAMPLES.map(({ html }) => html)).size).toBe(SAMPLES.length);
});

test('what they do is seen where nobody takes it out of them', async () => {
  const bare = await browser.newContext();
  let seen = 0;
  for (let at = 0; at < SAMPLES.length; at += CONTROL) {
    const page = await bare.newPage();
    const deeds = watch(page, () => false);
    const deed = Promise.any([
      page.waitForEvent('request', { timeout: CONTROL_TIME }),
      page.waitForEvent('dialog', { timeout: CONTROL_TIME }),
      page.waitForEvent('popup', { timeout: CONTROL_TIME }),
    ]).catch(() => undefined);
    await page.setContent(SAMPLES[at]?.html ?? '', { waitUntil: 'commit' });
    await deed;
    seen += deeds.length > 0 ? 1 : 0;
    await page.close();
  }
  expect(seen).toBeGreaterThanOrEqual(SAMPLES.length / CONTROL / 3);
  await bare.close();
});

test('none does anything in the frame in which the webmail shows it', async () => {
  const page = await context.newPage();
  await page.goto('/sign-in', { waitUntil: 'networkidle' });
  const deeds = watch(page, (path) => /^\/api\/mail\/U[0-9a-f]+\/page$/.test(path));
  const faults: string[] = [];
  for (let at = 0; at < SAMPLES.length; at += AT_ONCE) {
    const some = SAMPLES.slice(at, at + AT_ONCE);
    const heights = await page.evaluate(
      async (paths) => {
        const frames = paths.map((path) => {
          const frame = document.createElement('iframe');
          frame.setAttribute('sandbox', 'allow-same-origin allow-popups allow-popups-to-escape-sandbox');
          frame.src = path;
          document.body.append(frame);
          return frame;
        });
        await Promise.all(frames.map((frame) => new Promise((loaded) => frame.addEventListener('load', loaded))));
        // Two frames of the screen later all that loading sets off has been laid out and asked for.
        await new Promise<void>((shown) => requestAnimationFrame(() => requestAnimationFrame(() => shown())));
        const measured = frames.map((frame) => frame.contentDocument?.documentElement.scrollHeight);
        for (const frame of frames) {
          frame.remove();
        }
        return measured;
      },
      some.map((sample) => `/api/mail/${blobs.get(sample)}/page`),
    );
    // Where a height can be measured there was a page, and nobody has taken the names by which it is found.
    expect(heights.every((height) => Number.isInteger(height))).toBe(true);
    if ((await page.evaluate(() => window.pwned)) || deeds.length > 0) {
      faults.push(`${some.map(({ name }) => name).join(', ')}: ${deeds.splice(0).join(', ')}`);
    }
  }
  expect(faults).toEqual([]);
  await page.close();
});

test('none does anything even where no policy and no frame holds it back', async () => {
  const bare = await browser.newContext();
  const page = await bare.newPage();
  const deeds = watch(page, () => false);
  const faults: string[] = [];
  for (const sample of SAMPLES) {
    const shown = await context.request.get(`/api/mail/${blobs.get(sample)}/page`);
    await page.setContent(await shown.text(), { waitUntil: 'load' });
    await page.mouse.move(40, 40);
    if ((await page.evaluate(() => window.pwned)) || deeds.length > 0) {
      faults.push(`${sample.name}: ${deeds.splice(0).join(', ')}`);
      await page.goto('about:blank');
    }
  }
  expect(faults).toEqual([]);
  await bare.close();
});
