// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.filter;

/** What becomes of spam. Rows keep the names: none may change. */
public enum FilterAction {
    /** It stays in the INBOX. */
    KEEP,
    /** It goes to the junk mailbox (迷惑メール). */
    JUNK,
    /** It goes to Trash, which is emptied after a while. */
    TRASH,
    /** Nobody ever sees it; only the journal knows. */
    DELETE
}
