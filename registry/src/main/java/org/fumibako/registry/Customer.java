// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import org.fumibako.model.CustomerId;

/**
 * A contract holder.
 *
 * @param login 1 to 64 of {@code a-z 0-9 . _ -}, unique
 * @param name for people
 * @param plan the name of the plan
 */
public record Customer(CustomerId id, String login, String name, String plan, boolean suspended) {}
