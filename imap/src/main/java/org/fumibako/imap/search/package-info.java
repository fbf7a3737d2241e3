// SPDX-License-Identifier: Apache-2.0
/**
 * SEARCH: a key becomes a {@link org.fumibako.imap.search.Criterion}. What the mailbox snapshot can decide is decided there; only
 * for the rest the index is scanned, and only for what is still undecided then the message is opened.
 *
 * <p>Text is compared after NFKC and case folding, with encoded words, transfer encodings and charsets undone. There is no
 * full-text index here: BODY and TEXT read messages.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.imap.search;
