// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.mailboxes;

import java.util.List;

/** INBOX first, then by name. */
record MailboxViews(List<MailboxView> items, long total) {}
