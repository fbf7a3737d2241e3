// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.contacts;

/** Files that an address book goes into. */
public enum CardFormat {
    VCARD,
    CSV
}
