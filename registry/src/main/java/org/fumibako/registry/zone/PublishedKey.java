// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

/**
 * A key as DNS shows it: {@code text} is the whole record at {@code selector._domainkey} (RFC 6376 §3.6.1), not yet split into strings.
 *
 * @param selector one or more labels
 */
public record PublishedKey(String selector, String text) {}
