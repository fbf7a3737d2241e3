// SPDX-License-Identifier: Apache-2.0
/**
 * Signs what we send (RFC 6376), with keys that are made and exchanged by themselves. {@link org.fumibako.delivery.dkim.Signing} is
 * the step; {@link org.fumibako.delivery.dkim.DomainKeys} says which keys of a domain sign now;
 * {@link org.fumibako.delivery.dkim.KeyRotation} makes them, and deletes them when nothing needs their records any more.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A message is signed once, after the last change to it and before it is stored, so that recipients here and elsewhere have
 *       the same.
 *   <li>A domain's mail is signed by that domain or not at all: a subdomain may be another customer's.
 *   <li>No message waits for a key to be made; until a new domain has its keys, for a second or two, its mail is not signed.
 * </ul>
 *
 * <p>Threading: the step and the keys are safe for any number of threads; keys are made by one thread in one process at a time, under a
 * lease of the registry's database.
 */
@NullMarked
package org.fumibako.delivery.dkim;

import org.jspecify.annotations.NullMarked;
