// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

/**
 * How much of a message's structure is looked at. Nothing is refused for going over: what lies beyond a bound is simply not
 * taken apart, so that any octets have a structure and cost time linear in their number.
 *
 * @param depth levels of multipart and embedded message; what is nested deeper is one opaque part. A delimiter line is
 *     compared with the boundary of every open level, and the stored tree is read by recursion
 * @param parts nodes of the tree; after the last one delimiter lines no longer begin a part
 * @param headerOctets octets of one header that are read; fields that begin later are not seen
 * @param headerFields fields of one header that are read
 * @param fieldOctets octets of one field's value that are read; the rest of the value is cut off
 * @param parameters parameters of one field, hence also pieces of an RFC 2231 continuation
 * @param addresses addresses of one field
 * @param boundaryOctets length of a boundary; RFC 2046 §5.1.1 allows 70, senders have gone over it
 */
public record MimeLimits(
        int depth,
        int parts,
        int headerOctets,
        int headerFields,
        int fieldOctets,
        int parameters,
        int addresses,
        int boundaryOctets) {
    /**
     * Far above what real mail has: a chain of 30 forwards is 60 levels, digests hold some hundreds of messages, headers of
     * mailing lists with traces and signatures reach 40 KB, open address lists some hundreds of addresses.
     */
    public static final MimeLimits DEFAULT = new MimeLimits(64, 2_000, 262_144, 1_000, 65_536, 100, 1_000, 250);

    public MimeLimits {
        if (depth < 1 || parts < 1 || headerOctets < 1 || headerFields < 1 || fieldOctets < 1) {
            throw new IllegalArgumentException("a limit below 1");
        }
        if (parameters < 1 || addresses < 1 || boundaryOctets < 1) {
            throw new IllegalArgumentException("a limit below 1");
        }
    }
}
