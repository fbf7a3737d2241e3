// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainId;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;

/** A mail account as the registry knows it; its login name is its full address. */
public record Account(
        AccountId id, CustomerId customer, DomainId domain, EmailAddress address, Quota quota, boolean suspended) {}
