// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainId;
import org.fumibako.model.DomainName;

/** A domain of one customer, whose mail is ours. */
public record Domain(DomainId id, CustomerId customer, DomainName name, boolean suspended) {}
