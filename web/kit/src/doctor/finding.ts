// SPDX-License-Identifier: Apache-2.0
import type { components } from '../api';
import type { State } from '../parts/StateChip';

export type Finding = components['schemas']['FindingView'];
export type Check = components['schemas']['CheckView'];
export type Remedy = components['schemas']['RemedyView'];

const STATES: Readonly<Record<string, State>> = { fine: 'ok', cause: 'attention', suspicious: 'warn', unknown: 'off' };

export function stateOf(finding: Finding): State {
  return STATES[finding.outcome] ?? 'off';
}

/** What is to be said first: the likeliest cause, else the first thing that is not as it should be. */
export function foremost(findings: readonly Finding[]): Finding | undefined {
  return (
    findings.find((finding) => finding.outcome === 'cause') ??
    findings.find((finding) => finding.outcome === 'suspicious')
  );
}
