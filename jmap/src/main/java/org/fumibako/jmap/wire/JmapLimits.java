// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.wire;

/**
 * What a client may ask for at once; those with names of RFC 8620 §2 are in the session object.
 *
 * @param maxSizeUpload octets of one upload: the largest message we take, and some more
 * @param maxConcurrentUpload uploads of one account at a time
 * @param maxSizeRequest octets of one request: a message composed by JMAP lies in it, its attachments do not
 * @param maxConcurrentRequests requests of one account at a time: a browser has six connections, and there are two of them
 * @param maxCallsInRequest method calls in one request
 * @param maxObjectsInGet objects in one get; also ids in any other list that is no set
 * @param maxObjectsInSet objects that one set creates, changes and destroys together
 * @param maxDepth levels of JSON: an email of {@code bodyStructure} is nested as deep as its parts
 * @param maxFilterConditions conditions of one filter, operators counted; each is asked of every message
 * @param maxBodyValue octets of one body part that are given as text, whatever the client allows; the rest is cut off
 * @param maxResponse octets of all that one request is answered; calls beyond are refused, so that one request holds a bounded
 *     piece of memory
 */
public record JmapLimits(
        long maxSizeUpload,
        int maxConcurrentUpload,
        int maxSizeRequest,
        int maxConcurrentRequests,
        int maxCallsInRequest,
        int maxObjectsInGet,
        int maxObjectsInSet,
        int maxDepth,
        int maxFilterConditions,
        int maxBodyValue,
        long maxResponse) {
    public static final JmapLimits DEFAULT =
            new JmapLimits(75_000_000, 4, 10_000_000, 12, 32, 500, 500, 100, 100, 1 << 20, 64 << 20);
}
