// SPDX-License-Identifier: Apache-2.0

/** The address that the complaint is about: any of a domain, for whoever manages it, or the reader's own account. */
export type Patient =
  | { readonly kind: 'domain'; readonly domain: string; readonly localPart: string }
  | { readonly kind: 'account'; readonly address: string };

export function patientAddress(patient: Patient): string {
  return patient.kind === 'account' ? patient.address : `${patient.localPart}@${patient.domain}`;
}
