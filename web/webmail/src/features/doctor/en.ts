// SPDX-License-Identifier: Apache-2.0
import type { English } from '@fumibako/kit';
import type { ja } from './ja';

export const en: English<typeof ja> = {
  title: 'Mail doctor',
  lead: 'Choose what is wrong with {{address}}: settings and records of the server are looked at for the cause. Nothing is changed by itself.',
  kept: 'About 10 seconds. Results are kept for 90 days.',
  bounce: 'Explain an error mail',
  bounceHint: 'Paste an error mail, and it is explained who was not reached, and why.',
  trace: 'See the delivery history',
  traceHint: 'Where each message that was sent or received came from, and where it went.',
};
