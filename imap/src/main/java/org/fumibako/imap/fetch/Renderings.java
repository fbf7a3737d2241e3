// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.fetch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.imap.wire.DateTimeWriter;
import org.fumibako.imap.wire.FetchItem;
import org.fumibako.imap.wire.FetchItem.Attribute;
import org.fumibako.imap.wire.FetchItem.Section;
import org.fumibako.store.MessageStore.Column;

/**
 * The items of one FETCH, and what they need together.
 *
 * @param columns columns of the index that some item needs
 * @param setsSeen whether some item marks messages as read
 * @param tellsFlags whether FLAGS is among the items
 */
record Renderings(List<Rendering> items, Set<Column> columns, boolean setsSeen, boolean tellsFlags) {

    static Renderings of(List<FetchItem> wanted) {
        DateTimeWriter dates = new DateTimeWriter();
        List<Rendering> items = new ArrayList<>();
        Set<Column> columns = EnumSet.noneOf(Column.class);
        boolean setsSeen = false;
        for (FetchItem item : wanted) {
            Rendering rendering = rendering(item, dates);
            items.add(rendering);
            columns.addAll(rendering.columns());
            setsSeen |= setsSeen(item);
        }
        return new Renderings(List.copyOf(items), columns, setsSeen, wanted.contains(Attribute.FLAGS));
    }

    private static Rendering rendering(FetchItem item, DateTimeWriter dates) {
        return switch (item) {
            case Attribute attribute -> attribute(attribute, dates);
            case FetchItem.Body body ->
                new SectionItem(SectionItem.name(body.section(), body.partial()), body.section(), body.partial());
            case FetchItem.Binary binary -> BinaryItem.part(binary.part(), binary.partial());
            case FetchItem.BinarySize size -> BinaryItem.size(size.part());
        };
    }

    private static Rendering attribute(Attribute attribute, DateTimeWriter dates) {
        return switch (attribute) {
            case UID -> SnapshotItem.UID.rendering(dates);
            case FLAGS -> SnapshotItem.FLAGS.rendering(dates);
            case INTERNALDATE -> SnapshotItem.INTERNALDATE.rendering(dates);
            case RFC822_SIZE -> SnapshotItem.RFC822_SIZE.rendering(dates);
            case MODSEQ -> SnapshotItem.MODSEQ.rendering(dates);
            case SAVEDATE -> SnapshotItem.SAVEDATE.rendering(dates);
            case EMAILID -> SnapshotItem.EMAILID.rendering(dates);
            case THREADID -> SnapshotItem.THREADID.rendering(dates);
            case ENVELOPE -> IndexItem.ENVELOPE.rendering();
            case BODY -> IndexItem.BODY.rendering();
            case BODYSTRUCTURE -> IndexItem.BODYSTRUCTURE.rendering();
            case PREVIEW -> IndexItem.PREVIEW.rendering();
            case RFC822 -> whole(attribute, Section.Text.ALL);
            case RFC822_HEADER -> whole(attribute, Section.Text.HEADER);
            case RFC822_TEXT -> whole(attribute, Section.Text.TEXT);
        };
    }

    private static Rendering whole(Attribute attribute, Section.Text text) {
        byte[] name = attribute.wireName().getBytes(StandardCharsets.US_ASCII);
        return new SectionItem(name, new Section(List.of(), text, List.of()), Optional.empty());
    }

    private static boolean setsSeen(FetchItem item) {
        return switch (item) {
            case Attribute attribute -> attribute == Attribute.RFC822 || attribute == Attribute.RFC822_TEXT;
            case FetchItem.Body body -> !body.peek();
            case FetchItem.Binary binary -> !binary.peek();
            case FetchItem.BinarySize size -> false;
        };
    }
}
