// SPDX-License-Identifier: Apache-2.0
import type { English } from '@fumibako/kit';
import type { ja } from './ja';

export const en: English<typeof ja> = {
  title: 'Mail doctor',
  lead: 'Choose what is wrong, and the cause is looked for in the settings and records of the server. No setting changes by itself.',
  which: 'Which address?',
  address: 'Mail address',
  addressHint: 'What stands left of the @. It need not be on the list.',
  recent: 'Used lately',
  what: 'What is wrong?',
  firstTitle: 'Whether webmail can send and receive is checked first',
  first:
    'The records of the server tell, so you need not try it yourself. This decides whether the cause is in the mail program or in the server.',
  kept: 'About 10 seconds. What was found is kept for 90 days.',
  chooseAddress: 'First say which address it is about.',
  bounce: 'Explain an error mail',
  bounceHint: 'Paste an error mail that you got, and it is explained who was not reached, and why.',
  faq: 'Frequently asked questions',
  faqLead: 'Questions about trouble with mail. Choose one to have it checked.',
  caseTitle: 'Shared check',
};
