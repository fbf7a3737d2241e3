// SPDX-License-Identifier: Apache-2.0
/**
 * SEARCH: a key becomes a {@link org.fumibako.imap.search.Criterion}. What the mailbox snapshot can decide is decided there; only
 * for the rest the index is scanned, and only for what is still undecided then the message is opened.
 *
 * <p>Texts are asked of {@link org.fumibako.search.TextIndex}. It knows of a message whether it has the text, or that it lacks it, or
 * that one has to look: into the stored envelope, the header, or the whole message, whose text {@link
 * org.fumibako.search.MessageText} makes. Both find the same.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.imap.search;
