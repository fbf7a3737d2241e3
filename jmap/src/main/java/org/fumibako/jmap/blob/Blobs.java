// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.PartText;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.store.EmailRow;
import org.fumibako.store.MessageStore;

/** Finds blobs: {@code U…} is an upload, {@code B7} a message, {@code B7_1_2} what is in its part 1.2. */
public final class Blobs {
    private final AccountMail mail;
    private final MessageStore store;
    private final Uploads uploads;

    public Blobs(AccountMail mail, MessageStore store, Uploads uploads) {
        this.mail = mail;
        this.store = store;
        this.uploads = uploads;
    }

    public Uploads uploads() {
        return uploads;
    }

    /** Empty when the account has no such blob. */
    public Optional<Blob> find(AccountId account, String id) {
        Optional<Path> upload = uploads.find(account, id);
        if (upload.isPresent()) {
            return Optional.of(new FileBlob(upload.get()));
        }
        int cut = id.indexOf('_');
        OptionalLong contentId = Ids.number('B', cut < 0 ? id : id.substring(0, cut));
        if (contentId.isEmpty()) {
            return Optional.empty();
        }
        List<EmailRow> rows =
                mail.emails().rows(account, List.of(contentId.getAsLong()), Set.of(MessageStore.Column.STRUCTURE));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        if (cut < 0) {
            return Optional.of(new MessageBlob(store.content(account, contentId.getAsLong())));
        }
        String partId = id.substring(cut + 1).replace('_', '.');
        return part(BodyPart.decode(rows.getFirst().structure()), partId)
                .map(part -> new PartBlob(store.content(account, contentId.getAsLong()), part));
    }

    /** The message whose whole is this blob. */
    public static OptionalLong message(String id) {
        return Ids.number('B', id.indexOf('_') < 0 ? id : id.substring(0, id.indexOf('_')));
    }

    private static Optional<BodyPart> part(BodyPart root, String partId) {
        List<BodyPart> below = root.type().equals("MULTIPART") ? root.parts() : List.of(root);
        BodyPart at = root;
        for (String number : partId.split("\\.", -1)) {
            boolean formed =
                    !number.isEmpty() && number.length() <= 4 && number.chars().allMatch(c -> c >= '0' && c <= '9');
            int index = formed ? Integer.parseInt(number) : 0;
            if (index < 1 || index > below.size()) {
                return Optional.empty();
            }
            at = below.get(index - 1);
            below = below(at);
        }
        return at.type().equals("MULTIPART") ? Optional.empty() : Optional.of(at);
    }

    /** What the next number counts: of an embedded message, the parts that it has, or itself (RFC 9051 §6.4.5). */
    private static List<BodyPart> below(BodyPart part) {
        boolean embedded = part.type().equals("MESSAGE") && !part.parts().isEmpty();
        BodyPart inner = embedded ? part.parts().getFirst() : part;
        return inner.type().equals("MULTIPART") ? inner.parts() : embedded ? List.of(inner) : List.of();
    }

    private record FileBlob(Path file) implements Blob {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private record MessageBlob(Content content) implements Blob {
        @Override
        public InputStream open() throws IOException {
            return content.open();
        }

        @Override
        public void close() {
            content.close();
        }
    }

    private record PartBlob(Content content, BodyPart part) implements Blob {
        @Override
        public InputStream open() throws IOException {
            return PartText.open(content, part);
        }

        @Override
        public void close() {
            content.close();
        }
    }
}
