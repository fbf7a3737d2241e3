// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import org.fumibako.model.DomainName;

/** A domain and whose it is, by their ids. An id that is lower was given earlier. */
record Holding(long id, long customer, DomainName name) {}
