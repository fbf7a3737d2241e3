// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.util.ArrayList;
import java.util.List;
import org.fumibako.jmap.mail.MailIndex.IndexedEmail;
import org.fumibako.model.AccountId;
import org.fumibako.search.Candidates;
import org.fumibako.search.Folding;
import org.fumibako.search.TextField;
import org.fumibako.search.TextIndex;

/** Tests for texts (RFC 8621 §4.4.1): every word has to be there, a phrase in quotes as it stands. */
final class Words {
    private static final int INDEXED = 1;
    private static final int READ = 2;
    private static final int MAX_WORDS = 20;
    private static final List<TextField> ANYWHERE =
            List.of(TextField.SUBJECT, TextField.FROM, TextField.TO, TextField.CC, TextField.BCC, TextField.BODY);

    private final TextIndex index;
    private final AccountId account;
    private final Look look;

    Words(TextIndex index, AccountId account, Look look) {
        this.index = index;
        this.account = account;
        this.look = look;
    }

    Test anywhere(String text) {
        return all(text, ANYWHERE);
    }

    Test in(TextField field, String text) {
        return all(text, List.of(field));
    }

    /** @param value of the field; empty for any */
    Test field(String name, String value) {
        String folded = Folding.fold(value);
        Candidates known = index.find(account, TextField.HEADER, folded);
        return new Test(
                READ,
                email -> (folded.isEmpty() || known.of(email.contentId()) != Candidates.Known.LACKS_IT)
                        && look.hasField(email.contentId(), name, folded));
    }

    private Test all(String text, List<TextField> fields) {
        List<Word> words = words(text).stream()
                .map(word -> word(Folding.fold(word), fields))
                .toList();
        return new Test(INDEXED, email -> words.stream().allMatch(word -> word.isIn(email)));
    }

    private Word word(String folded, List<TextField> fields) {
        List<Candidates> known =
                fields.stream().map(field -> index.find(account, field, folded)).toList();
        return new Word(folded, fields, known, look);
    }

    /** A word and what the index knows of it in each field. */
    private record Word(String folded, List<TextField> fields, List<Candidates> known, Look look) {
        boolean isIn(IndexedEmail email) {
            long id = email.contentId();
            List<TextField> open = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                switch (known.get(i).of(id)) {
                    case HAS_IT -> {
                        return true;
                    }
                    case NOTHING -> open.add(fields.get(i));
                    case LACKS_IT -> {}
                }
            }
            return open.stream().anyMatch(field -> look.has(id, field, folded));
        }
    }

    /** Words and phrases; at most {@link #MAX_WORDS}, each of which is a search. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = quote != 0 ? c == quote : Character.isWhitespace(c) || (c == '"' && word.isEmpty());
            if (ends) {
                add(word, words);
                quote = quote == 0 && c == '"' ? c : 0;
            } else {
                word.append(c);
            }
        }
        add(word, words);
        return words.size() > MAX_WORDS ? words.subList(0, MAX_WORDS) : words;
    }

    private static void add(StringBuilder word, List<String> words) {
        if (!word.toString().isBlank()) {
            words.add(word.toString().strip());
        }
        word.setLength(0);
    }
}
