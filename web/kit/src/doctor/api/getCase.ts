// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '../../api';
import type { Patient } from '../patient';

/** What was found, as it was shown. */
export function getCase(patient: Patient, id: string) {
  return patient.kind === 'account'
    ? answer(
        api.GET('/api/accounts/{address}/doctor/cases/{case}', {
          params: { path: { address: patient.address, case: id } },
        }),
      )
    : answer(
        api.GET('/api/domains/{domain}/doctor/cases/{case}', {
          params: { path: { domain: patient.domain, case: id } },
        }),
      );
}
