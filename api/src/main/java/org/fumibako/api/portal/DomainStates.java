// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.portal;

import java.util.List;

/** How the domains of a piece of the list are. */
record DomainStates(List<DomainState> items) {}
