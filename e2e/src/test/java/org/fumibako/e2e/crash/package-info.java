// SPDX-License-Identifier: Apache-2.0
/** Kills the server and fills its disk while mail arrives, and compares what it keeps with a ledger of what it acknowledged. */
@NullMarked
package org.fumibako.e2e.crash;

import org.jspecify.annotations.NullMarked;
