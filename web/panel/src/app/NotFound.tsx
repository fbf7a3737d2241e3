// SPDX-License-Identifier: Apache-2.0
import { EmptyState, PageHead } from '@fumibako/kit';
import { useShellText } from './text';

export function NotFound() {
  const say = useShellText();
  return (
    <>
      <PageHead title={say('notFoundTitle')} />
      <EmptyState text={say('notFound')} />
    </>
  );
}
