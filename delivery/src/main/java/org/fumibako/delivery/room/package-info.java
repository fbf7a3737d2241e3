// SPDX-License-Identifier: Apache-2.0
/** How full mailboxes are, and who is told of it in time. */
@NullMarked
package org.fumibako.delivery.room;

import org.jspecify.annotations.NullMarked;
