// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.doctor;

import java.time.Instant;
import java.util.List;
import org.fumibako.api.doctor.DiagnosisView.FindingView;
import org.jspecify.annotations.Nullable;

/**
 * An examination as it was shown, in the language asked.
 *
 * @param id as in its link
 * @param symptom the complaint's code; null when everything was looked at
 * @param sharedUntil until when support may look at it; null when support may not
 */
record CaseView(
        String id,
        String address,
        @Nullable String symptom,
        Instant at,
        @Nullable Instant sharedUntil,
        List<FindingView> findings) {}
