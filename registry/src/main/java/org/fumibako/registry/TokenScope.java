// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

/** What a program with an API token may do, within what its owner may. To write includes to read. */
public enum TokenScope {
    /** Domains and their accounts: list, and what is set for them. */
    ACCOUNTS_READ,
    ACCOUNTS_WRITE,
    /** Zones, SPF, DKIM, DMARC. */
    DNS_READ,
    DNS_WRITE,
    /** The queue and the life of messages. */
    SENDING_READ,
    SENDING_WRITE;

    /** Whether who has this may do what {@code wanted} names. */
    public boolean covers(TokenScope wanted) {
        return this == wanted
                || switch (this) {
                    case ACCOUNTS_WRITE -> wanted == ACCOUNTS_READ;
                    case DNS_WRITE -> wanted == DNS_READ;
                    case SENDING_WRITE -> wanted == SENDING_READ;
                    case ACCOUNTS_READ, DNS_READ, SENDING_READ -> false;
                };
    }
}
