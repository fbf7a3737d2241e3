// SPDX-License-Identifier: Apache-2.0
/** One class for each way of looking at a message. */
@NullMarked
package org.fumibako.filter.signal;

import org.jspecify.annotations.NullMarked;
