// SPDX-License-Identifier: Apache-2.0
import { createInstance } from 'i18next';

export type Language = 'ja' | 'en';

const STORED = 'fumibako.language';

function preferred(): Language {
  const stored = localStorage.getItem(STORED);
  if (stored === 'ja' || stored === 'en') {
    return stored;
  }
  return navigator.languages.some((language) => language.startsWith('ja')) ? 'ja' : 'en';
}

export const i18n = createInstance();

void i18n.init({
  lng: preferred(),
  fallbackLng: false,
  supportedLngs: ['ja', 'en'],
  initAsync: false,
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  // React escapes what it shows.
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});
document.documentElement.lang = i18n.language;

/** Switches the language of everything on screen and of the next visits. */
export function switchLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
  document.documentElement.lang = language;
  void i18n.changeLanguage(language);
}
