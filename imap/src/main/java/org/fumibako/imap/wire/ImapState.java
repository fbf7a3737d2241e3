// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

/** What a connection may do next (RFC 9051 §3). */
public enum ImapState {
    NOT_AUTHENTICATED,
    AUTHENTICATED,
    SELECTED,
    LOGOUT
}
