// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.dns;

import org.fumibako.registry.zone.DmarcPolicy;

/** The policy, and the record that is served; empty without one. */
record DmarcView(DmarcPolicy policy, String record) {}
