// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.html;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumibako.webmail.image.Raster;

/** Finds what to show for the address of a picture, and counts those that are not shown because nobody has asked for them. */
final class PictureSource {
    /** Characters of a picture that stands in the HTML itself. */
    private static final int MAX_INLINE = 1 << 20;

    private static final Pattern DATA =
            Pattern.compile("data:image/[a-z]{1,10};base64,([A-Za-z0-9+/=\\s]*)", Pattern.CASE_INSENSITIVE);

    private final Pictures pictures;
    private int remote;

    PictureSource(Pictures pictures) {
        this.pictures = pictures;
    }

    /** Pictures on the web that the message names, those of one address counted each time. */
    int remote() {
        return remote;
    }

    /** What to show; empty for nothing. */
    Optional<String> find(String written) {
        String address = written.strip();
        String scheme = Links.scheme(address.replaceAll("[\\t\\n\\r]", ""));
        return switch (scheme) {
            case "cid" -> pictures.attached(decoded(address.substring(address.indexOf(':') + 1)));
            case "data" -> address.length() > MAX_INLINE ? Optional.empty() : inline(address);
            case "http", "https" -> {
                Optional<String> web = Links.web(address);
                remote += web.isPresent() ? 1 : 0;
                yield web.flatMap(pictures::remote);
            }
            case "" -> pictures.attached(address);
            default -> Optional.empty();
        };
    }

    private static String decoded(String contentId) {
        try {
            return URLDecoder.decode(contentId.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException damaged) {
            return contentId;
        }
    }

    /** A picture in the text, written anew under the type that its octets have. */
    private static Optional<String> inline(String address) {
        Matcher data = DATA.matcher(address);
        if (!data.matches()) {
            return Optional.empty();
        }
        try {
            byte[] octets = Base64.getMimeDecoder().decode(data.group(1));
            return Raster.of(octets)
                    .map(raster -> "data:" + raster.type() + ";base64,"
                            + Base64.getEncoder().encodeToString(octets));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
