// SPDX-License-Identifier: Apache-2.0
import { Card, DrawerSection } from '@fumibako/kit';
import type { ReactNode } from 'react';

export interface PartProps {
  readonly title: string;
  /** What stands at the right end of the head. */
  readonly aside?: ReactNode;
  /** Whether it is a part of a drawer, or a card of a page. */
  readonly drawer?: boolean | undefined;
  readonly children: ReactNode;
}

/** One setting: the same in the drawer of an account and on a page. */
export function Part({ title, aside, drawer = false, children }: PartProps) {
  return drawer ? (
    <DrawerSection title={title} aside={aside}>
      {children}
    </DrawerSection>
  ) : (
    <Card title={title} aside={aside} padded>
      {children}
    </Card>
  );
}
