// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.image;

import java.util.Optional;
import org.fumibako.webmail.url.UrlClient;
import org.fumibako.webmail.url.UrlException;
import org.fumibako.webmail.url.UrlReply;
import org.fumibako.webmail.url.UrlRequest;

/**
 * Fetches pictures so that who sent a message learns neither the reader's address nor their browser. What comes back is shown
 * only when its first octets say that it is pixels, whatever its server says.
 */
public final class PictureProxy {
    private static final String WANTED = "image/avif,image/webp,image/png,image/jpeg,image/gif,image/bmp";

    private final UrlClient client;

    public PictureProxy(UrlClient client) {
        this.client = client;
    }

    /** A picture as it came. */
    public record Picture(Raster raster, byte[] octets) {}

    /** The picture, or empty when there is none for whatever reason: a gap in the page is all that a reader needs to know. */
    public Optional<Picture> fetch(String address) {
        try {
            UrlReply reply = client.fetch(UrlRequest.get(address, WANTED));
            return reply.status() == 200
                    ? Raster.of(reply.body()).map(raster -> new Picture(raster, reply.body()))
                    : Optional.empty();
        } catch (UrlException none) {
            return Optional.empty();
        }
    }
}
