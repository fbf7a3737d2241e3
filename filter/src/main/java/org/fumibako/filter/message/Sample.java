// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.message;

import java.util.List;
import java.util.Optional;
import org.fumibako.mime.HeaderText;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MailAddress;

/**
 * What is looked at in one message.
 *
 * @param subject decoded
 * @param from its authors as people see them
 * @param text what a reader sees of all text parts, HTML included
 * @param html one for each HTML part
 * @param plain whether it has a text part that is no HTML
 */
public record Sample(
        Circumstances circumstances,
        Headers headers,
        String subject,
        List<MailAddress> from,
        String text,
        List<HtmlFacts> html,
        boolean plain,
        List<Link> links,
        List<Attachment> attachments) {
    public Sample {
        from = List.copyOf(from);
        html = List.copyOf(html);
        links = List.copyOf(links);
        attachments = List.copyOf(attachments);
    }

    /** A field for people; empty when there is none. */
    public String field(String name) {
        return headers.first(name).map(HeaderText::decode).orElse("");
    }

    /** The domain of the first author in lower case; empty when there is none. */
    public Optional<String> authorDomain() {
        return from.stream().findFirst().map(author -> Hosts.ofAddress(author.address()));
    }
}
