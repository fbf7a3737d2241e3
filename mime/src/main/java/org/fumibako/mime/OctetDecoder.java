// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

/** Makes text of octets in one charset. Never fails: what is no text becomes U+FFFD. Stateless. */
@FunctionalInterface
public interface OctetDecoder {
    String decode(byte[] octets);
}
