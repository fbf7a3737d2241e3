// SPDX-License-Identifier: Apache-2.0
/**
 * The SMTP client (RFC 5321): brings a message to the servers of its recipients' domain, or to a smarthost.
 *
 * <p>{@link org.fumibako.smtp.client.Delivery} is the port: one call tries once, and ends with an outcome for each recipient
 * and the evidence for it. When to try again, and how many deliveries run at a time, is the queue's business.
 *
 * <p>Reading order: {@link org.fumibako.smtp.client.SmtpClient} asks the {@code Router} for targets, which {@code ExchangeWalk} makes
 * of MX records; {@code SessionOpener} connects, greets and protects; {@code Errand} makes as many transactions as one session takes;
 * {@code Passage} decides in which form the message goes, and {@code MailTransaction} carries it over. A {@code Dialogue} is the
 * wire; {@code Progress} is what is known of each recipient so far.
 *
 * <p>Outcomes: a recipient is <i>delivered</i> when the server answered for the whole message, <i>refused</i> when a 5yz reply or DNS says that
 * the same will never work, and <i>deferred</i> otherwise: on 4yz, on silence, on a broken connection, on words that mean
 * nothing where they were said. What another exchange may do better (a host that does not answer, whose TLS fails, or that says 4yz) is
 * asked of the next one, two dialogues at most; a 5yz for a recipient is the domain's word, and ends it. A password that is refused
 * is for the operator to mend, so it defers.
 *
 * <p>Extensions used where offered: PIPELINING (RFC 2920), SIZE (RFC 1870), STARTTLS (RFC 3207), AUTH (RFC 4954), 8BITMIME
 * (RFC 6152), CHUNKING and BINARYMIME (RFC 3030), SMTPUTF8 (RFC 6531), DSN (RFC 3461), ENHANCEDSTATUSCODES (RFC 2034), LIMITS
 * (RFC 9422). BDAT is preferred to DATA: it counts octets, so that no two servers can disagree about where a message ends.
 *
 * <p>Eight bits: a message goes as it is where the server takes it so. For a server without 8BITMIME or BINARYMIME it is made
 * 7-bit ({@link org.fumibako.smtp.client.sevenbit}); an address or header that needs SMTPUTF8 cannot be (RFC 6531 §3.5), and the
 * recipient is refused with words that say so.
 *
 * <p>Where mail goes: MX records by preference, equals at random, the domain itself without any, nowhere with a null MX
 * (RFC 7505). IPv6 before IPv4. What is no better than ourselves in the list is cut off, addresses of this machine and of
 * private networks are passed over. One delivery looks at {@link org.fumibako.smtp.client.ClientLimits} servers at most.
 *
 * <p>TLS: what {@link org.fumibako.smtp.client.TlsPolicies} says of the exchange. DANE (RFC 7672) and enforced MTA-STS
 * (RFC 8461) are kept or the mail waits; otherwise TLS is opportunistic: any certificate will do, and a server whose handshake
 * fails gets the mail in clear (RFC 7435). A password is sent under verified TLS only, with SCRAM-SHA-256 where offered, else PLAIN or
 * LOGIN. {@link org.fumibako.smtp.client.PublishedTlsPolicies} finds what domains publish, and
 * {@link org.fumibako.smtp.client.HttpsPolicyFetcher} fetches MTA-STS policies, never from our own networks.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>Every line sent ends in CRLF; there is no bare CR or LF and no NUL on the wire but inside a BDAT chunk announced as
 *       BINARYMIME. Lines are as long as they came.
 *   <li>The octets of a message follow only a recipient that was accepted: a server that refused everybody might read them as
 *       commands.
 *   <li>A reply that got lost after the whole message ends the delivery for the recipients concerned; no other server is asked,
 *       so that one lost reply is one duplicate at most (RFC 1047).
 *   <li>What a server said in clear is forgotten once TLS is on; a server that says more than its reply before it is not spoken
 *       to any further.
 *   <li>Nothing another server does holds a thread for longer than {@link org.fumibako.smtp.client.ClientTimeouts}, or more
 *       memory than the bounds of {@link org.fumibako.smtp.client.wire.ReplyReader}. Its words are ASCII without control
 *       characters when they leave this package.
 * </ul>
 *
 * <p>Memory of other servers: addresses that were silent a moment ago are tried last, for two minutes
 * ({@code SilentServers}), so that a dead first exchange does not cost every message its time limit. It is kept in this process and
 * may be wrong: nothing depends on it but the order.
 *
 * <p>Threading: a delivery runs on its caller's thread, which reads straight down. Connections are kept between deliveries for some
 * seconds, by server and protection, and are used by one delivery at a time.
 *
 * <p>Performance: everything up to DATA is one write where PIPELINING is offered, and a chunk goes with its octets in one;
 * messages of up to 128 KB are read once, larger ones twice, and only those that share a write with commands are copied.
 *
 * <p>What it does not do: retry later, write notifications, sign, count connections to a destination, or report to TLSRPT.
 */
@NullMarked
package org.fumibako.smtp.client;

import org.jspecify.annotations.NullMarked;
