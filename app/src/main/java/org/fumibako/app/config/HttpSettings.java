// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.config;

import java.util.List;
import org.fumibako.net.AddressBlock;

/**
 * How browsers are answered.
 *
 * @param plain whether everything is served without TLS too, instead of sending browsers on to HTTPS
 * @param proxies whose {@code X-Forwarded-For} and {@code X-Forwarded-Proto} are believed
 */
public record HttpSettings(boolean plain, List<AddressBlock> proxies) {
    public HttpSettings {
        proxies = List.copyOf(proxies);
    }
}
