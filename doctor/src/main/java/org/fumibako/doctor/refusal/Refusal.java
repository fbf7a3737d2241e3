// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.refusal;

import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Symptom;

/**
 * A refusal, understood.
 *
 * @param key stable, in kebab-case
 * @param meaning what the other server says, in the customer's words
 * @param advice what to do next
 * @param symptom where the doctor looks further
 */
public record Refusal(String key, Phrase meaning, Phrase advice, Symptom symptom) {}
