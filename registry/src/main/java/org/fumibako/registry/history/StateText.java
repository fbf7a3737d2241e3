// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.history;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A list of texts as one, without tabs and line ends. */
public final class StateText {
    private StateText() {}

    public static String join(List<String> parts) {
        return parts.stream()
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** What {@link #join} was given; of an empty text one empty part. */
    public static List<String> split(String text) {
        return Arrays.stream(text.split("&", -1))
                .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                .toList();
    }
}
