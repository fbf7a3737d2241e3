// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { i18n } from './instance';

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type Base<K extends string> = K extends `${infer B}_${Plural}` ? B : K;
type PluralBase<K extends string> = K extends `${infer B}_other` ? B : never;
type Plain<K extends string> = K extends `${string}_${Plural}` ? never : K;
type Keys<D> = Extract<keyof D, string>;

/** The English side of a Japanese dictionary: the same keys, and `_one` beside every `_other`, which Japanese lacks. */
export type English<D> = Record<Plain<Keys<D>>, string> &
  Record<`${PluralBase<Keys<D>>}_one` | `${PluralBase<Keys<D>>}_other`, string>;

/** What may stand in a text: `{{name}}`, `{{count, number}}`. */
export type Values = Readonly<Record<string, string | number>>;

/** Finds a text of one dictionary in the language of the page. */
export type Say<D> = (key: Base<Keys<D>>, values?: Values) => string;

/**
 * Registers a feature's dictionary and gives the hook that reads it. `namespace` is the feature's name; both languages
 * come with the feature's code, so a switch of language needs no request.
 */
export function defineTexts<D extends Record<string, string>>(namespace: string, ja: D, en: English<D>): () => Say<D> {
  i18n.addResourceBundle('ja', namespace, ja);
  i18n.addResourceBundle('en', namespace, en);
  return () => useTranslation(namespace, { i18n }).t as unknown as Say<D>;
}
