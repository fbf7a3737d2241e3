// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter;

/**
 * How much of a message is looked at. Nothing is refused for going over: what lies beyond is not seen, so that any message costs
 * bounded time and memory.
 *
 * @param textOctets octets of all text parts together; spam shows what it is within the first kilobytes, and filling a message up must
 *     not make the server work
 * @param texts text parts
 * @param attachments parts that are no text
 * @param archiveOctets octets at the beginning of an archive in which names are looked for
 * @param links links in the text
 * @param tokens different tokens; a message of 64 KB has about as many
 */
public record FilterLimits(int textOctets, int texts, int attachments, int archiveOctets, int links, int tokens) {
    public static final FilterLimits DEFAULT = new FilterLimits(65_536, 20, 50, 65_536, 200, 6_000);
}
