// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '../../api';
import type { Patient } from '../patient';

/** Lets support look for `days`; 0 ends it. */
export function shareCase(patient: Patient, id: string, days: number) {
  return patient.kind === 'account'
    ? answer(
        api.PUT('/api/accounts/{address}/doctor/cases/{case}/sharing', {
          params: { path: { address: patient.address, case: id } },
          body: { days },
        }),
      )
    : answer(
        api.PUT('/api/domains/{domain}/doctor/cases/{case}/sharing', {
          params: { path: { domain: patient.domain, case: id } },
          body: { days },
        }),
      );
}
