// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.fumibako.jmap.blob.Blob;
import org.fumibako.jmap.blob.Blobs;
import org.fumibako.jmap.email.Part;
import org.fumibako.model.AccountId;
import org.fumibako.webmail.html.Pictures;
import org.fumibako.webmail.html.PlainText;
import org.fumibako.webmail.html.SafeHtml;
import org.fumibako.webmail.image.PictureLinks;
import org.fumibako.webmail.image.Raster;

/** Shows messages as documents for a frame. Safe for any number of threads. */
public final class Pages {
    /** Octets of a picture that is shown within a page. */
    private static final int MAX_PICTURE = 20 << 20;

    private final Blobs blobs;
    private final Path spool;
    private final PictureLinks links;

    /** @param spool directory for temporary files */
    public Pages(Blobs blobs, Path spool, PictureLinks links) {
        this.blobs = blobs;
        this.spool = spool;
        this.links = links;
    }

    /** Opens a message of the account's, by its blob id; empty when there is none. */
    public Optional<Message> open(AccountId account, String blobId) throws IOException {
        Optional<Blob> blob = blobs.find(account, blobId);
        return blob.isEmpty() ? Optional.empty() : Optional.of(Message.open(blob.get(), spool));
    }

    /** Whether the account has a message, or something else, of that blob id. */
    public boolean has(AccountId account, String blobId) {
        Optional<Blob> blob = blobs.find(account, blobId);
        blob.ifPresent(Blob::close);
        return blob.isPresent();
    }

    /** Shows a message; pictures from elsewhere only if the reader wants them. */
    public Page page(AccountId account, String blobId, Message message, boolean remote) throws IOException {
        UnaryOperator<String> proxied = address -> links.link(account, blobId, address);
        Shown shown = new Shown(blobId, message, remote ? Optional.of(proxied) : Optional.empty());
        for (Part part : message.bodies().html()) {
            shown.add(part);
        }
        return shown.page();
    }

    /** A picture in the message, if it is one. */
    public record Picture(Raster raster, byte[] octets) {}

    /** The picture that a part is, by what it is and not by what it says; empty when it is none or there is no such part. */
    public Optional<Picture> picture(Message message, String partId) throws IOException {
        Optional<Part> part = message.find(partId);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        byte[] octets = message.octets(part.get(), MAX_PICTURE);
        return Raster.of(octets).map(raster -> new Picture(raster, octets));
    }

    /** The page of one message while it is made. */
    private static final class Shown implements Pictures {
        private final String blobId;
        private final Message message;
        private final Optional<UnaryOperator<String>> proxied;
        private final List<String> bodies = new ArrayList<>();
        private final StringBuilder sheets = new StringBuilder();
        private int remote;
        private boolean quotes;

        Shown(String blobId, Message message, Optional<UnaryOperator<String>> proxied) {
            this.blobId = blobId;
            this.message = message;
            this.proxied = proxied;
        }

        void add(Part part) throws IOException {
            if (part.type().equals("text/html")) {
                SafeHtml html = SafeHtml.of(message.text(part, SafeHtml.MAX_INPUT), this);
                bodies.add(html.body());
                sheets.append(html.sheet());
                remote += html.remote();
                quotes |= html.quotes();
            } else if (Message.isPicture(part)) {
                bodies.add("<p><img class=\"fb-attached\" alt=\"\" src=\"" + path(part) + "\"></p>");
            } else if (part.type().startsWith("text/")) {
                PlainText.Html text = new PlainText(is(part, "format", "flowed"), is(part, "delsp", "yes"))
                        .html(message.text(part, PlainText.MAX_INPUT));
                bodies.add(text.body());
                quotes |= text.quotes();
            }
        }

        private static boolean is(Part part, String parameter, String value) {
            return part.part()
                    .parameter(parameter)
                    .map(text -> text.toLowerCase(Locale.ROOT))
                    .equals(Optional.of(value));
        }

        Page page() {
            return new Page(String.join("<hr>", bodies), sheets.toString(), remote, quotes);
        }

        private String path(Part part) {
            return "/api/mail/" + blobId + "/parts/" + part.partId().orElse("");
        }

        @Override
        public Optional<String> attached(String contentId) {
            return message.named(contentId).map(this::path);
        }

        @Override
        public Optional<String> remote(String address) {
            return proxied.map(proxy -> proxy.apply(address));
        }
    }
}
