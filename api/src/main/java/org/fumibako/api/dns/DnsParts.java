// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.dns;

import org.fumibako.dns.Resolver;
import org.fumibako.registry.dkim.DkimKeys;
import org.fumibako.registry.zone.NameServerWatch;
import org.fumibako.registry.zone.WorldCheck;
import org.fumibako.registry.zone.ZoneEditor;
import org.fumibako.registry.zone.ZoneSettings;

/**
 * What the endpoints of DNS work with.
 *
 * @param names asked about what SPF records include
 */
public record DnsParts(
        ZoneEditor editor,
        NameServerWatch nameServers,
        WorldCheck world,
        DkimKeys keys,
        ZoneSettings settings,
        Resolver names) {}
