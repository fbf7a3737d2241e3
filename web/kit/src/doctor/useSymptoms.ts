// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '../api';
import { useLanguage } from '../i18n';
import { listSymptoms } from './api/listSymptoms';

/** The complaints that the doctor knows, in the language of the page. */
export function useSymptoms() {
  const language = useLanguage();
  return useQuery({ queryKey: ['symptoms', language], queryFn: listSymptoms, staleTime: Number.POSITIVE_INFINITY });
}
