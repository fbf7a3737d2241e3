// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * SEARCH in a mailbox of messages in English and Japanese of which one in a hundred has the word that is looked for. No server
 * is given a full-text index that it does not have by default.
 */
final class Search implements Measure {

    /** One message in so many has the word. */
    static final int RARITY = 100;

    private static final int ACCOUNT = 52;
    private static final int REPEATS = 3;

    private static final List<Question> QUESTIONS = List.of(
            new Question("ASCII, subject", "SUBJECT", Letters.ENGLISH_WORD),
            new Question("ASCII, text", "BODY", Letters.ENGLISH_WORD),
            new Question("Japanese, subject", "SUBJECT", Letters.JAPANESE_WORD),
            new Question("Japanese, text", "BODY", Letters.JAPANESE_WORD));

    private final Load load;

    Search(Load load) {
        this.load = load;
    }

    private record Question(String name, String key, String word) {}

    @Override
    public String name() {
        return "search";
    }

    @Override
    public void prepare(Contender contender) throws IOException {
        try (ImapClient client = session(contender)) {
            new Letters(RARITY).fill(client, load.listed());
        }
        run(contender);
    }

    @Override
    public List<Figure> run(Contender contender) throws IOException {
        List<Figure> figures = new ArrayList<>();
        try (ImapClient client = session(contender)) {
            client.command("SELECT INBOX");
            for (Question question : QUESTIONS) {
                List<Double> times = new ArrayList<>();
                for (int i = 0; i < REPEATS; i++) {
                    times.add(ask(client, question));
                }
                String label = "search %,d messages: %s".formatted(load.listed(), question.name());
                figures.add(Figure.cost(label, Report.median(times), "ms"));
            }
        }
        return figures;
    }

    /** Milliseconds; whoever finds too little or too much is not measured. */
    private double ask(ImapClient client, Question question) throws IOException {
        long begin = System.nanoTime();
        int found = client.search(question.key(), question.word());
        double millis = (System.nanoTime() - begin) / 1e6;
        if (found != load.listed() / RARITY) {
            throw new IOException(
                    "%s: %d messages found, not %d".formatted(question.name(), found, load.listed() / RARITY));
        }
        return millis;
    }

    private static ImapClient session(Contender contender) throws IOException {
        return ImapClient.connect(contender.ports().imap())
                .login(contender.accounts().get(ACCOUNT));
    }
}
