// SPDX-License-Identifier: Apache-2.0
/** Signing in. */
@NullMarked
package org.fumibako.api.session;

import org.jspecify.annotations.NullMarked;
