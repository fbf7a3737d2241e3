// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

/** A customer as a list shows it. */
public record ListedCustomer(Customer customer, Usage used) {}
