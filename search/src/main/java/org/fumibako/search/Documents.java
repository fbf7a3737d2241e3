// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.EnvelopeFields;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.store.Arrivals;

/** Makes the index's documents of messages: one for each stored message, however many accounts have it. For one thread. */
final class Documents {
    /** The content id. */
    static final String CONTENT = "content";

    /** The accounts that have the message. */
    static final String ACCOUNT = "account";

    /** There when the text could not be read: such a message may hold any word. */
    static final String UNREAD = "unread";

    private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType UNPLACED = type(IndexOptions.DOCS);

    private final Map<TextField, GramField> fields = new EnumMap<>(TextField.class);

    Documents() {
        for (TextField field : TextField.values()) {
            fields.put(field, new GramField(field));
        }
    }

    /** A field of the index twice: with places, and without. */
    private static final class GramField {
        private final GramStream placedGrams = new GramStream(true);
        private final GramStream unplacedGrams = new GramStream(false);
        private final Field placed;
        private final Field unplaced;

        GramField(TextField field) {
            placed = new Field(field.placed(), placedGrams, PLACED);
            unplaced = new Field(field.unplaced(), unplacedGrams, UNPLACED);
        }

        void add(CharSequence text, Document to) {
            if (!text.isEmpty()) {
                unplacedGrams.text(text);
                to.add(unplaced);
                if (Script.anyWide(text)) {
                    placedGrams.text(text);
                    to.add(placed);
                }
            }
        }
    }

    /** Good until the next call. */
    Document of(Arrivals.Arrival arrival, Content content) throws IOException {
        MessageText text = MessageText.read(content, BodyPart.decode(arrival.structure()));
        Document document = bare(arrival);
        EnvelopeFields envelope = EnvelopeFields.of(arrival.envelope());
        for (TextField field : TextField.values()) {
            CharSequence folded = switch (field) {
                case HEADER -> text.header();
                case BODY -> text.body();
                case SUBJECT, FROM, TO, CC, BCC -> MessageText.field(envelope, field);
            };
            required(field).add(folded, document);
        }
        return document;
    }

    /** Of a message that cannot be read. */
    Document unread(Arrivals.Arrival arrival) {
        Document document = bare(arrival);
        document.add(new StringField(UNREAD, UNREAD, Field.Store.NO));
        return document;
    }

    private static Document bare(Arrivals.Arrival arrival) {
        Document document = new Document();
        document.add(new LongPoint(CONTENT, arrival.contentId()));
        document.add(new NumericDocValuesField(CONTENT, arrival.contentId()));
        for (AccountId account : arrival.accounts()) {
            document.add(new StringField(ACCOUNT, account.toString(), Field.Store.NO));
        }
        return document;
    }

    private GramField required(TextField field) {
        return java.util.Objects.requireNonNull(fields.get(field));
    }

    private static FieldType type(IndexOptions options) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
