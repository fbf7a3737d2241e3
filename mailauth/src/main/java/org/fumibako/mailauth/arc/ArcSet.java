// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.arc;

import org.fumibako.mailauth.dkim.SignatureTags;

/**
 * The three fields of one instance (RFC 8617 §4.2), as indexes into the header.
 *
 * @param sealTags the seal, read
 * @param messageTags the message signature, read
 */
record ArcSet(int results, int message, int seal, SignatureTags messageTags, SignatureTags sealTags) {}
