// SPDX-License-Identifier: Apache-2.0
/** Automatic replies. */
@NullMarked
package org.fumibako.api.reply;

import org.jspecify.annotations.NullMarked;
