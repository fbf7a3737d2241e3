// SPDX-License-Identifier: Apache-2.0
import { useParams } from '@fumibako/kit';
import { CaseResult } from '@fumibako/kit/doctor';

/** What somebody saw, for whoever it was shared with. */
export function CasePage() {
  const { domain, case: id } = useParams({ from: '/panel/$domain/doctor/cases/$case' });
  return <CaseResult patient={{ kind: 'domain', domain, localPart: '' }} id={id} />;
}
