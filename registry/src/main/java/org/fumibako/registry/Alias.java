// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.util.List;
import org.fumibako.model.CustomerId;
import org.fumibako.model.EmailAddress;

/** An address that leads to accounts of the same customer; {@code targets} are their addresses, at least one. */
public record Alias(EmailAddress address, CustomerId customer, List<EmailAddress> targets) {}
