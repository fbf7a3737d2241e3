// SPDX-License-Identifier: Apache-2.0
import { useMediaQuery } from '@mantine/hooks';

/** Below 768 a phone, from 1200 room for a drawer beside the list. */
export const PHONE = '(max-width: 47.99em)';
export const WIDE = '(min-width: 75em)';

export type Layout = 'phone' | 'medium' | 'wide';

/** Which of the three forms of a screen fits the window. */
export function useLayout(): Layout {
  const phone = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false });
  const wide = useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false });
  if (phone) {
    return 'phone';
  }
  return wide ? 'wide' : 'medium';
}
