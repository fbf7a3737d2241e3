// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages, the latest first; {@code next} is where to look further, null when all was seen. A page may be empty and not the last. */
record TracedMessages(List<TracedMessage> items, @Nullable Long next) {}
