// SPDX-License-Identifier: Apache-2.0
import { type SymptomCode, symptomSlug } from '@fumibako/kit/doctor';

/** Where an examination of an address is; without one, where an address is asked for. */
export function examinationPath(domain: string, symptom: SymptomCode, localPart: string): string {
  return localPart === ''
    ? `/panel/${domain}/doctor?symptom=${symptomSlug(symptom)}`
    : `/panel/${domain}/doctor/${symptomSlug(symptom)}?address=${encodeURIComponent(localPart)}`;
}

export function casePath(domain: string, id: string): string {
  return `/panel/${domain}/doctor/cases/${id}`;
}
