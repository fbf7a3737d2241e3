// SPDX-License-Identifier: Apache-2.0
/** Peers who mean harm, all at once, and a user who notices nothing of them. */
@NullMarked
package org.fumibako.e2e.hostile;

import org.jspecify.annotations.NullMarked;
