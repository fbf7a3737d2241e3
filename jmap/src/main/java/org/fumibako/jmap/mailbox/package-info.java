// SPDX-License-Identifier: Apache-2.0
/** The methods of mailboxes (RFC 8621 §2). */
@org.jspecify.annotations.NullMarked
package org.fumibako.jmap.mailbox;
