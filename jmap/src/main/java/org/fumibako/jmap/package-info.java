// SPDX-License-Identifier: Apache-2.0
/**
 * JMAP (RFC 8620, RFC 8621) without HTTP: {@link org.fumibako.jmap.JmapEngine} answers a request of a signed-in account,
 * {@link org.fumibako.jmap.blob} keeps uploads and gives downloads, {@link org.fumibako.jmap.push} tells of changes. Whoever has
 * the sockets mounts these. One class a method, called as the method is.
 *
 * <p>An email is a message that the store keeps once; its ids are the object ids that IMAP shows (RFC 8474). One state string
 * serves mailboxes, threads and emails: the mod-sequence of the account, which never goes back.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.jmap;
