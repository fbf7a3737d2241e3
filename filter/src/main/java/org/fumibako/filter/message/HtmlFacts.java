// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.message;

import java.util.List;

/**
 * What is told by the markup of one HTML part.
 *
 * @param visible what a reader sees
 * @param hidden characters that are there but are not seen
 * @param zeroWidth marks without width among the visible
 * @param images how many
 * @param forms how many
 * @param passwords fields for passwords
 * @param scripts scripts, frames and embedded objects
 * @param tags which tags with which attributes it is made of, each form once
 */
public record HtmlFacts(
        String visible,
        int hidden,
        int zeroWidth,
        int images,
        int forms,
        int passwords,
        int scripts,
        List<Link> links,
        List<String> tags) {
    public HtmlFacts {
        links = List.copyOf(links);
        tags = List.copyOf(tags);
    }

    /** One pass over the source, linear in its length; of links at most {@code mostLinks}. */
    public static HtmlFacts of(String html, int mostLinks) {
        return new HtmlScan(html, mostLinks).scan();
    }
}
