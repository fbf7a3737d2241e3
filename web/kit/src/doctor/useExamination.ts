// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useState } from 'react';
import { ZONE } from '../format';
import { examine } from './api/examine';
import type { Check, Finding } from './finding';
import { type Patient, patientAddress } from './patient';

/** How many checks are under way at a time: browsers give a server six connections. */
const SIDE_BY_SIDE = 5;

/** What is known of a check: not yet, what it came to, or that asking failed. */
export type Progress = Finding | 'running' | 'failed';

export interface Examination {
  /** Its case, for sharing. */
  readonly id: string;
  readonly begun: string;
  readonly progress: ReadonlyMap<string, Progress>;
  readonly seconds: number;
  readonly done: boolean;
  readonly again: () => void;
  readonly repeat: (check: string) => Promise<void>;
}

function freshId(): string {
  const octets = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');
}

interface Run {
  readonly id: string;
  readonly begun: number;
  readonly ended?: number;
  readonly progress: ReadonlyMap<string, Progress>;
}

const fresh = (checks: readonly Check[]): Run => ({
  id: freshId(),
  begun: Date.now(),
  progress: new Map(checks.map((check) => [check.id, 'running'])),
});

/** Has the checks made side by side, and shows each as it is done. */
export function useExamination(patient: Patient, symptom: string, checks: readonly Check[]): Examination {
  const [run, setRun] = useState(() => fresh(checks));
  const { id } = run;
  const address = patientAddress(patient);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the patient is the same as long as its address is
  const ask = useCallback(
    async (check: string, signal: AbortSignal) => {
      let met: Progress;
      try {
        met = (await examine(patient, { symptom, check, examination: id, zone: ZONE }, signal)) ?? 'failed';
      } catch {
        met = 'failed';
      }
      if (!signal.aborted) {
        setRun((before) =>
          before.id === id ? { ...before, progress: new Map(before.progress).set(check, met) } : before,
        );
      }
    },
    [address, symptom, id],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the checks are those of the symptom, which `ask` follows
  useEffect(() => {
    const ending = new AbortController();
    const waiting = checks.map((check) => check.id);
    const worker = async () => {
      for (let next = waiting.shift(); next !== undefined && !ending.signal.aborted; next = waiting.shift()) {
        await ask(next, ending.signal);
      }
    };
    void Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker)).then(() => {
      if (!ending.signal.aborted) {
        setRun((before) => ({ ...before, ended: Date.now() }));
      }
    });
    return () => ending.abort();
  }, [ask]);
  return {
    id,
    begun: new Date(run.begun).toISOString(),
    progress: run.progress,
    seconds: ((run.ended ?? run.begun) - run.begun) / 1000,
    done: run.ended !== undefined,
    again: () => setRun(fresh(checks)),
    repeat: (check) => ask(check, new AbortController().signal),
  };
}
