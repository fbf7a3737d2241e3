// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What to examine.
 *
 * @param localPart before the @; not for an account's own owner, whose address is in the path
 * @param symptom code or name; without one everything is looked at
 * @param check only this one, so that a page can show each as it is done
 * @param examination under which id to keep what was found, so that it can be shared: 20 to 40 letters, digits and hyphens, chosen by
 *     whoever asks at random; without one nothing is kept
 * @param zone IANA name of the time zone in which moments are said; without one the server's
 */
record ExamineRequest(
        @Nullable String localPart,
        @Nullable String symptom,
        @Nullable String check,
        @Nullable String examination,
        @Nullable String zone) {}
