// SPDX-License-Identifier: Apache-2.0
// What jsdom lacks and Mantine asks for.
import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

if (typeof window !== 'undefined') {
  stub();
}

function stub() {
  Object.defineProperty(window, 'matchMedia', {
    value: (query: string) => ({
      matches: false,
      media: query,
      addEventListener() {},
      removeEventListener() {},
      addListener() {},
      removeListener() {},
    }),
  });

  class Unobserving {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  window.ResizeObserver = Unobserving;
  window.HTMLElement.prototype.scrollIntoView = () => {};
}
