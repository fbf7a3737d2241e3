// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.time.Instant;

/**
 * A domain as a list shows it.
 *
 * @param customer the login of whose it is
 * @param accounts those that are not given up
 * @param quotaMegabytes what their quotas add up to
 */
public record ListedDomain(Domain domain, String customer, Instant created, long accounts, long quotaMegabytes) {}
