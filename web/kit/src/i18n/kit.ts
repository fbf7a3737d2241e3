// SPDX-License-Identifier: Apache-2.0
import { en } from './kit.en';
import { ja } from './kit.ja';
import { defineTexts } from './texts';

/** The words of the kit itself, which all surfaces share. */
export const useKitText = defineTexts('kit', ja, en);
