// SPDX-License-Identifier: Apache-2.0
/**
 * The doctor: why did this mail not arrive?
 *
 * <p>A {@link org.fumibako.doctor.Symptom} is how a customer complains. It is an ordered list of {@link org.fumibako.doctor.Check
 * checks}; each looks at live state and the journal and returns one {@link org.fumibako.doctor.Finding} with its
 * {@link org.fumibako.doctor.Evidence}, in the customer's words and in both languages, and where one exists a
 * {@link org.fumibako.doctor.Remedy}. {@link org.fumibako.doctor.Doctor} runs them side by side.
 *
 * <p>A new check is one file in {@code check}, and one word in {@link org.fumibako.doctor.Practice}, where the lists are.
 */
@NullMarked
package org.fumibako.doctor;

import org.jspecify.annotations.NullMarked;
