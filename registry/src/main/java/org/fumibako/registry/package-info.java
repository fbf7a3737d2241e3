// SPDX-License-Identifier: Apache-2.0
/**
 * Customers, plans, domains, accounts and aliases, and who signs in. {@link org.fumibako.registry.Registry} is the door.
 *
 * <p><b>Invariants.</b> A domain name belongs to one customer. An address is an account or an alias, in any case of letters.
 * An alias leads to accounts of its own customer only, never to another alias. Ids are never given twice. A password cannot
 * be read back: an Argon2id hash (RFC 9106) and SCRAM keys (RFC 5802) are kept.
 *
 * <p><b>What is in memory</b> is an answer of the database that is at most a second old; a change of this process is seen at
 * once. Counters of failed sign-ins are in the database, for all processes and protocols together.
 *
 * <p><b>Sign-in.</b> An unknown account costs what a wrong password costs. Guessing is stopped by peer, by network and by login
 * ({@link org.fumibako.registry.SignInLimits}), but nobody is kept out from where she has signed in before. A wrong password
 * sent again by the same login is answered from memory and counted once. Of journal rows that differ only in time, one an
 * hour is written.
 *
 * <p><b>App passwords</b> are random, so a keyed hash is all that is kept of them beside SCRAM keys, and a table look-up all that a
 * sign-in costs. All passwords of an account share the salt of its SCRAM keys, for its whole life; a proof is tried with each key.
 *
 * <p><b>Sessions</b> end with what let them begin. Whose end is written in the same transaction, as a numbered row; every process looks
 * for rows that it has not seen. Who signs in while that happens is looked at again once her session is known.
 *
 * <p><b>Sending</b> is counted in slots of five minutes; the past hour and the past day are the slots that they touch, so a
 * limit is never passed within any hour and may hold up to five minutes longer.
 *
 * <p><b>Forwarding.</b> A target that has taken nothing for a day and refused five messages since is stopped, and the account keeps its
 * mail from then on; a message it takes clears its name, and only people set a stopped one going again. Circles between accounts here
 * are refused when they are made; whatever goes round nevertheless (an alias was changed, a server elsewhere forwards back), delivery
 * stops.
 *
 * <p><b>On disk.</b> Tables of {@code db/registry}. It does not know of mailboxes: whoever adds or deletes an account tells
 * the store.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.registry;
