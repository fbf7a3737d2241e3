// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.util.Optional;

/**
 * What is to be different about a customer; what is empty stays as it is.
 *
 * @param name 1 to 200 characters on one line
 * @param plan the name of a plan that allows what the customer has
 * @param suspended whether nobody signs in to its accounts and they take no mail
 */
public record ContractChange(Optional<String> name, Optional<String> plan, Optional<Boolean> suspended) {
    static ContractChange name(String name) {
        return new ContractChange(Optional.of(name), Optional.empty(), Optional.empty());
    }

    static ContractChange plan(String plan) {
        return new ContractChange(Optional.empty(), Optional.of(plan), Optional.empty());
    }

    static ContractChange suspended(boolean suspended) {
        return new ContractChange(Optional.empty(), Optional.empty(), Optional.of(suspended));
    }

    boolean isNothing() {
        return name.isEmpty() && plan.isEmpty() && suspended.isEmpty();
    }
}
