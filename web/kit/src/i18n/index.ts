// SPDX-License-Identifier: Apache-2.0
export { i18n, type Language, switchLanguage } from './instance';
export { defineTexts, type English, type Say, type Values } from './texts';
export { useLanguage } from './useLanguage';
