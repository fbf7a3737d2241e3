// SPDX-License-Identifier: Apache-2.0
/**
 * Makes 7-bit lines of a message for a server that takes no others (RFC 6152 §3, RFC 3030 §3): parts with other octets become
 * quoted-printable or base64, everything else stays octet by octet.
 *
 * <p>A DKIM signature over the body does not survive this, ours included: it is made over what the sender sent. The other choice is
 * to return the mail, for which RFC 6376 §5.3 would have senders encode before they sign. We convert: servers without 8BITMIME
 * are few and old, most of them do not look at signatures, direct mail still passes DMARC by SPF, and what a sender could do about
 * a returned message is to send the same one again. What was signed with S/MIME or OpenPGP is not touched, and is returned if it
 * has to be.
 */
@NullMarked
package org.fumibako.smtp.client.sevenbit;

import org.jspecify.annotations.NullMarked;
