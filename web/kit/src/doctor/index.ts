// SPDX-License-Identifier: Apache-2.0
// メール診断: what the panel and webmail show of the doctor. Apart from the rest of the kit, so that only pages that need it load it.
export { Bounce, type BounceFailure } from './Bounce';
export { CaseResult } from './CaseResult';
export type { Remedy } from './finding';
export { HelpLinks } from './HelpLinks';
export { LiveResult } from './LiveResult';
export { type Patient, patientAddress } from './patient';
export type { Way } from './RemedyBox';
export { Share } from './Share';
export { SymptomCards } from './SymptomCards';
export { CODES, HEADINGS, isSymptom, type SymptomCode, symptomOf, symptomSlug } from './symptoms';
export { useDoctorText as useBounceText } from './text';
export { useSymptoms } from './useSymptoms';
