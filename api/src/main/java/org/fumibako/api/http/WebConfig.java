// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.fumibako.model.DomainName;

/**
 * Where browsers are answered.
 *
 * @param host the server's own name
 * @param http where without TLS, if at all
 * @param https where with TLS, if at all
 * @param plain whether everything is served without TLS too; otherwise it is sent on to HTTPS
 */
public record WebConfig(
        DomainName host, Optional<InetSocketAddress> http, Optional<InetSocketAddress> https, boolean plain) {}
