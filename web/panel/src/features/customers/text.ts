// SPDX-License-Identifier: Apache-2.0
import { defineTexts } from '@fumibako/kit';
import { en } from './en';
import { ja } from './ja';

export const useCustomersText = defineTexts('customers', ja, en);
