// SPDX-License-Identifier: Apache-2.0
/**
 * What DNS says of customers' domains. {@link org.fumibako.registry.zone.Zones} gives the zones to the name server,
 * {@link org.fumibako.registry.zone.ZoneEditor} changes them, {@link org.fumibako.registry.zone.NameServerWatch} and
 * {@link org.fumibako.registry.zone.WorldCheck} look at them from outside.
 *
 * <p>A zone is made of records that follow from the configuration, the settings of its domains and their
 * {@link org.fumibako.registry.zone.PublishedKeys keys}, and of the customer's own, before which the automatic ones make room.
 *
 * <p><b>Threading.</b> Everything is shared by any number of threads. Changes of zones happen one after another in a process, so that
 * one zone's changes are told in their order; each is one transaction.
 *
 * <p><b>Invariants.</b> A serial stands for one content: it rises when anything else changes, also across restarts, restores and a
 * domain that goes and comes back. Own records that pass their rules always make a zone that can be served. A change touches one zone,
 * however many there are. Undoing the last change leads to what was there before. Nobody takes names out of another's zone.
 *
 * <p><b>On disk.</b> Tables {@code zone}, {@code dns_record}, {@code dns_setting}, {@code dns_change} and {@code name_server_state} of
 * {@code db/registry}. Zones themselves are not kept; they are made when they are needed.
 *
 * <p>It signs nothing (no DNSSEC) and serves no MTA-STS policy: it announces one when the configuration says that somebody does.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.registry.zone;
