// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.EnvelopeFields;
import org.fumibako.mime.HeaderText;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MimeLimits;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.search.Folding;
import org.fumibako.search.MessageText;
import org.fumibako.search.TextField;
import org.fumibako.store.EmailRow;
import org.fumibako.store.MessageStore;
import org.jspecify.annotations.Nullable;

/** Looks into messages of which the full-text index does not know enough. Remembers the last one. For one thread. */
final class Look {
    private final AccountMail mail;
    private final MessageStore store;
    private final AccountId account;
    private long last = -1;
    private Optional<EmailRow> row = Optional.empty();
    private @Nullable MessageText text;

    Look(AccountMail mail, MessageStore store, AccountId account) {
        this.mail = mail;
        this.store = store;
        this.account = account;
    }

    private void turnTo(long contentId) {
        if (contentId != last) {
            last = contentId;
            text = null;
            row = mail
                    .emails()
                    .rows(
                            account,
                            List.of(contentId),
                            EnumSet.of(MessageStore.Column.ENVELOPE, MessageStore.Column.STRUCTURE))
                    .stream()
                    .findFirst();
        }
    }

    /** Whether the message has the folded text in the field. */
    boolean has(long contentId, TextField field, String folded) {
        turnTo(contentId);
        if (row.isEmpty()) {
            return false;
        }
        return switch (field) {
            case BODY -> text().body().contains(folded);
            case HEADER -> text().header().contains(folded);
            default ->
                EnvelopeFields.of(row.get().envelope())
                        .field(field.name())
                        .map(raw -> Folding.fold(HeaderText.decode(raw)).contains(folded))
                        .orElse(false);
        };
    }

    /** Whether the message has a header field of that name with the folded text in it. */
    boolean hasField(long contentId, String name, String folded) {
        turnTo(contentId);
        if (row.isEmpty()) {
            return false;
        }
        try (Content content = store.content(account, contentId)) {
            return Headers.read(content, MimeLimits.DEFAULT).all(name).stream()
                    .anyMatch(raw -> Folding.fold(HeaderText.decode(raw)).contains(folded));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MessageText text() {
        if (text == null) {
            try (Content content = store.content(account, last)) {
                text = MessageText.read(
                        content, BodyPart.decode(row.orElseThrow().structure()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return text;
    }
}
