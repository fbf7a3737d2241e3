// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

/** A contract's limits under a name that the operator chose. */
public record Plan(String name, PlanLimits limits) {
    /** The plan of a customer for whom none was named; it cannot be deleted. */
    public static final String STANDARD = "standard";
}
