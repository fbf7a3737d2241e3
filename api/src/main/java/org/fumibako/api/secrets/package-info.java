// SPDX-License-Identifier: Apache-2.0
/** Passwords of single programs, and the history of sign-ins. */
@NullMarked
package org.fumibako.api.secrets;

import org.jspecify.annotations.NullMarked;
