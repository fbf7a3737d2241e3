// SPDX-License-Identifier: Apache-2.0
import { defineTexts } from '../i18n';
import { en } from './en';
import { ja } from './ja';

export const useTraceText = defineTexts('trace', ja, en);
