// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.scan;

import org.fumibako.filter.message.Circumstances;
import org.fumibako.model.Content;

/**
 * A message that is asked about.
 *
 * @param id of its transaction, for the other program's log
 */
public record Suspect(Content message, Circumstances circumstances, String id) {}
