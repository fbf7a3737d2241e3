// SPDX-License-Identifier: Apache-2.0
/**
 * An account's mail as JMAP sees it, on the store's snapshots: each message once, counts of mailboxes and threads, and what
 * changed since a state ({@link org.fumibako.jmap.mail.MailChanges}). It knows no JSON.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.jmap.mail;
