// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { i18n, type Language } from './instance';

/** The language of the page; what uses it is drawn again when it changes. */
export function useLanguage(): Language {
  return useTranslation(undefined, { i18n }).i18n.language === 'ja' ? 'ja' : 'en';
}
