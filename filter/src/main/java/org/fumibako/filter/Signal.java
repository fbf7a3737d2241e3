// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter;

import org.fumibako.filter.message.Sample;

/** One way of looking at a message that is the same for all its recipients. Without state, safe for any number of threads. */
@FunctionalInterface
public interface Signal {
    void examine(Sample sample, Reasons into);
}
