// SPDX-License-Identifier: Apache-2.0
/** Names of mailboxes. */
@NullMarked
package org.fumibako.api.mailboxes;

import org.jspecify.annotations.NullMarked;
