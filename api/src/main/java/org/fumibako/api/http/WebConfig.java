// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.DomainName;
import org.fumibako.net.AddressBlock;

/**
 * Where browsers are answered.
 *
 * @param host the server's own name
 * @param http where without TLS, if at all
 * @param https where with TLS, if at all
 * @param plain whether everything is served without TLS too; otherwise it is sent on to HTTPS
 * @param proxies whose word on who a request comes from is believed
 */
public record WebConfig(
        DomainName host,
        Optional<InetSocketAddress> http,
        Optional<InetSocketAddress> https,
        boolean plain,
        List<AddressBlock> proxies) {
    public WebConfig {
        proxies = List.copyOf(proxies);
    }
}
