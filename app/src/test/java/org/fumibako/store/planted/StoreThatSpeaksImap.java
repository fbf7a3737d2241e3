// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.planted;

import org.fumibako.imap.ImapServer;

/** A planted fault: the architecture test must see that a class of the store leans on a protocol. */
public final class StoreThatSpeaksImap {
    private final Class<?> door = ImapServer.class;

    Class<?> door() {
        return door;
    }
}
