// SPDX-License-Identifier: Apache-2.0
/** What was changed, by whom, and its undoing. */
@NullMarked
package org.fumibako.api.history;

import org.jspecify.annotations.NullMarked;
