// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fumibako.filter.FilterLimits;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.HeaderText;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MailAddress;
import org.fumibako.mime.MimeLimits;
import org.fumibako.mime.PartText;
import org.fumibako.model.Content;

/** Takes a message apart, as far as the limits allow. */
public final class SampleReader {
    private final Content message;
    private final FilterLimits limits;
    private final StringBuilder text = new StringBuilder();
    private final List<HtmlFacts> html = new ArrayList<>(1);
    private final List<Link> links = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>(0);
    private boolean plain;
    private int texts;
    private int budget;

    private SampleReader(Content message, FilterLimits limits) {
        this.message = message;
        this.limits = limits;
        this.budget = limits.textOctets();
    }

    /** @param root the structure of the message */
    public static Sample read(Content message, BodyPart root, Circumstances circumstances, FilterLimits limits)
            throws IOException {
        SampleReader reader = new SampleReader(message, limits);
        reader.read(root);
        Headers headers = Headers.read(message, MimeLimits.DEFAULT);
        String subject = headers.first("Subject").map(HeaderText::decode).orElse("");
        LinkFinder.find(subject, reader.links, limits.links());
        List<MailAddress> from = headers.all("From").stream()
                .flatMap(value -> MailAddress.parse(value).stream())
                .toList();
        return new Sample(
                circumstances,
                headers,
                subject,
                from,
                reader.text.toString(),
                reader.html,
                reader.plain,
                reader.links,
                reader.attachments);
    }

    private void read(BodyPart part) throws IOException {
        boolean isText = part.type().equals("TEXT") && !isAttached(part);
        if (isText && texts < limits.texts() && budget > 0) {
            texts++;
            words(part);
        } else if (!isText && part.parts().isEmpty() && attachments.size() < limits.attachments()) {
            attachments.add(attachment(part));
        }
        for (BodyPart child : part.parts()) {
            read(child);
        }
    }

    private static boolean isAttached(BodyPart part) {
        return part.disposition().filter("ATTACHMENT"::equalsIgnoreCase).isPresent();
    }

    private void words(BodyPart part) throws IOException {
        int most = (int) Math.min(budget, part.bodySize());
        budget -= most;
        String source = PartText.read(message, part, most);
        String words = source;
        if (part.subtype().equals("HTML")) {
            HtmlFacts facts = HtmlFacts.of(source, limits.links() - links.size());
            html.add(facts);
            links.addAll(facts.links());
            words = facts.visible();
        } else {
            plain = true;
        }
        LinkFinder.find(words, links, limits.links());
        text.append(words).append('\n');
    }

    private Attachment attachment(BodyPart part) throws IOException {
        String name = part.fileName().orElse("");
        String type = (part.type() + "/" + part.subtype()).toLowerCase(Locale.ROOT);
        boolean zip = type.contains("zip") || name.toLowerCase(Locale.ROOT).endsWith(".zip");
        if (!zip) {
            return new Attachment(name, type, List.of(), false);
        }
        try (InputStream body = PartText.open(message, part)) {
            ZipNames inside = ZipNames.read(body.readNBytes(limits.archiveOctets()));
            return new Attachment(name, type, inside.names(), inside.encrypted());
        }
    }
}
