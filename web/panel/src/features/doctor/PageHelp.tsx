// SPDX-License-Identifier: Apache-2.0
import { HelpLinks, type SymptomCode } from '@fumibako/kit/doctor';
import { examinationPath } from './places';

/** Which troubles belong to which screen of the server panel. */
const TROUBLES: Readonly<Record<string, readonly SymptomCode[]>> = {
  accounts: ['E2', 'E3', 'E6', 'E7'],
  forwarding: ['E13', 'E2'],
  sorting: ['E13', 'E2'],
  rules: ['E13', 'E2'],
  filter: ['E5', 'E2'],
  abroad: ['E8', 'E1'],
  country: ['E8', 'E1'],
  spf: ['E14'],
  dkim: ['E14'],
  dmarc: ['E15', 'E10'],
  newsletters: ['E5', 'E15'],
  queue: ['E14', 'E1', 'E15'],
  trace: ['E13', 'E2'],
  'name-servers': ['E2'],
  dns: ['E2', 'E14'],
  certificates: ['E9'],
  server: ['E9', 'E1'],
  setup: ['E6', 'E9', 'E1'],
  'external-dns': ['E2', 'E14'],
  history: ['E6', 'E7'],
};

/** The way from a screen to the doctor. */
export default function PageHelp({ domain, page }: { domain: string; page: string }) {
  const codes = TROUBLES[page];
  return codes ? <HelpLinks codes={codes} to={(code) => examinationPath(domain, code, '')} /> : null;
}
