// SPDX-License-Identifier: Apache-2.0
// Before the first paint, so that a dark screen is dark at once. The key is the colour scheme manager's (kit/src/app).
(() => {
  const chosen = localStorage.getItem('fumibako.scheme') ?? 'auto';
  const dark = chosen === 'dark' || (chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
