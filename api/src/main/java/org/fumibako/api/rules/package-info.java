// SPDX-License-Identifier: Apache-2.0
/** Rules that sort mail, and trying them. */
@NullMarked
package org.fumibako.api.rules;

import org.jspecify.annotations.NullMarked;
