// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;
import java.util.List;

/** Where {@link TlsContexts} gets its certificates, again at each reload. */
@FunctionalInterface
public interface CertificateSource {
    /**
     * All certificates; the first one serves peers that name no host or one we do not know.
     *
     * @throws IOException naming the file at fault
     */
    List<TlsCertificate> load() throws IOException;
}
