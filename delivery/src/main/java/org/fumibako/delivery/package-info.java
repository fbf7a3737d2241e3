// SPDX-License-Identifier: Apache-2.0
/**
 * What happens to one accepted message, as named steps that each return a value. {@link Inbound} takes a message into
 * mailboxes; {@link Submission} decides what an account may send; {@link Router} and {@link QuotaRule} answer for a recipient
 * while the sender is still in the dialogue.
 *
 * <p>Threading: everything here is stateless but for a cache of mailbox ids, and safe for any number of sessions; every
 * method blocks its caller.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A message is written once, however many recipients it has, and a reply {@code 250} is made only after it is on disk.
 *   <li>One answer for several recipients (SMTP) is all or nothing: either every one of them has the message or none, so that
 *       a retry makes no duplicate and nobody needs a bounce.
 *   <li>Every refusal is a row of the journal, with the reply that the peer got.
 * </ul>
 *
 * <p><b>Full mailboxes.</b> At RCPT an account is refused with {@code 552 5.2.2 maildir over quota.} when it is full or when
 * the size that the sender declared does not fit. An account whose free room might not be enough (less than the declared size
 * and an allowance, or less than the largest message when no size was declared) travels alone: it is accepted as the only
 * recipient of its transaction, and others get {@code 452 4.5.3}, which makes the sender split; so DATA can answer exactly
 * {@code 552 5.2.2 maildir over quota.} for it. Should a race still fill some of several accounts before the commit, the
 * answer is {@code 452 4.2.2}, nobody gets the message, and the sender learns at its next RCPT who is full. An alias is full
 * when one of its accounts is. LMTP answers for each recipient by itself.
 *
 * <p><b>Strangers.</b> Mail from other servers is examined ({@link Authentication}): Authentication-Results goes before Received, fields
 * that speak in our name are taken away, and the DMARC policy of the author's domain is honoured: refused in the dialogue, filed as
 * junk, or only written down when the configuration says so. DNS that does not answer loses no mail: a policy that cannot be read
 * is none, and when the policy is known but a proof cannot be had, the answer is {@code 451}.
 *
 * <p><b>Limits of sending.</b> A recipient over the limit of an account or its customer is refused at RCPT with
 * {@code 450 4.7.1}; what counts is the message that was taken, by its recipients, in the registry's database.
 *
 * <p><b>Signatures.</b> What is submitted, and what we write ourselves, is signed ({@link org.fumibako.delivery.dkim}) before it is stored.
 *
 * <p><b>Abuse.</b> Errors of mail that was never sent are filed aside, and accounts that somebody else uses are slowed down
 * ({@link org.fumibako.delivery.abuse}).
 *
 * <p><b>Sending from abroad</b> is refused at MAIL with a sentence for the person (requirement A12); country data is a file of
 * the operator's choice.
 *
 * <p><b>Forwarding</b> ({@link org.fumibako.delivery.forward}) adds mailboxes and ways out to those that the sender named. What the sender
 * did not name never costs him the message: a full target is passed over and the forwarding account keeps it. An account that is full
 * and keeps nothing of what it forwards is tight, for what is junk or comes back has to stay after all.
 *
 * <p><b>Spam</b> ({@link org.fumibako.delivery.spam}): where a domain wants it, a stranger's message is judged for each of its accounts; spam is
 * tagged and set aside as the domain says, and is never forwarded. Accounts with the same mark share one stored message.
 */
@NullMarked
package org.fumibako.delivery;

import org.jspecify.annotations.NullMarked;
