// SPDX-License-Identifier: Apache-2.0
import type { English } from '../i18n';
import type { ja } from './ja';

export const en: English<typeof ja> = {
  title: 'Sign in',
  lead: 'Manage your mail and your domains.',
  again: 'You were signed out because some time has passed. Sign in again to continue; what you typed is still here.',
  login: 'Mail address or login ID',
  loginHint: 'For a mail address, include the part after @.',
  password: 'Password',
  code: 'Code',
  codeHint: 'Enter the six digits of your authenticator app. Without your phone, enter a recovery code.',
  submit: 'Sign in',
  loginMissing: 'Enter your mail address or login ID.',
  passwordMissing: 'Enter your password.',
};
