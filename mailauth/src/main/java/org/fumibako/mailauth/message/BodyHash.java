// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.message;

/**
 * A body's hash.
 *
 * @param sha256 of the octets that count; not copied, must not change
 * @param octets of the whole canonical form, those beyond the limit included
 */
public record BodyHash(byte[] sha256, long octets) {}
