// SPDX-License-Identifier: Apache-2.0
import { answer, api } from '../../api';
import type { Patient } from '../patient';

export interface Question {
  readonly symptom: string;
  readonly check: string;
  /** Under which id what is found is kept. */
  readonly examination: string;
  readonly zone: string;
}

/** Has one check made. */
export async function examine(patient: Patient, question: Question, signal: AbortSignal) {
  const diagnosis = await (patient.kind === 'account'
    ? answer(
        api.POST('/api/accounts/{address}/doctor', {
          params: { path: { address: patient.address } },
          body: question,
          signal,
        }),
      )
    : answer(
        api.POST('/api/domains/{domain}/doctor', {
          params: { path: { domain: patient.domain } },
          body: { ...question, localPart: patient.localPart },
          signal,
        }),
      ));
  return diagnosis.findings[0];
}
