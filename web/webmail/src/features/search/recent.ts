// SPDX-License-Identifier: Apache-2.0

const KEY = 'fumibako.searches';
const MOST = 8;

/** What was searched for in this browser, the last first. */
export function recentSearches(): readonly string[] {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? '[]') as string[]).slice(0, MOST);
  } catch {
    return [];
  }
}

export function rememberSearch(text: string): void {
  const others = recentSearches().filter((each) => each !== text);
  localStorage.setItem(KEY, JSON.stringify([text, ...others].slice(0, MOST)));
}
