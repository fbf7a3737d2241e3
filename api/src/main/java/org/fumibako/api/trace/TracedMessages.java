// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.trace;

import java.util.List;

/** Messages, the latest first; {@code more} when older ones were left out. */
record TracedMessages(List<TracedMessage> items, boolean more) {}
