// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jsieve.ConfigurationManager;
import org.apache.jsieve.SieveContext;
import org.apache.jsieve.SieveFactory;
import org.apache.jsieve.mail.Action;
import org.apache.jsieve.mail.ActionFileInto;
import org.apache.jsieve.mail.ActionKeep;
import org.apache.jsieve.mail.MailAdapter;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MailAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random scripts of the base language come to the same here and in another program that reads Sieve. */
class OracleTest {
    private static final int SCRIPTS = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void bothKeepAndFileTheSame(long seed) throws Exception {
        SieveFactory oracle = new ConfigurationManager().build();
        RandomScript scripts = new RandomScript(new Random(seed));
        for (int i = 0; i < SCRIPTS; i++) {
            String script = scripts.script();
            Message message = new Message();
            oracle.interpret(message, new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8)));
            TreeSet<String> ours = new TreeSet<>(Trial.run(script));
            // That program tells nothing of what is thrown away.
            ours.remove("discard");
            assertThat(ours).as(script).isEqualTo(message.places());
        }
    }

    /** The message of the trials as that program wants to see it. */
    private static final class Message implements MailAdapter {
        private static final byte[] OCTETS = Trial.MAIL.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);

        private final Headers headers = Headers.of(OCTETS);
        private final List<Action> actions = new ArrayList<>();

        /** Where it is kept. */
        Set<String> places() {
            TreeSet<String> places = new TreeSet<>();
            for (Action action : actions) {
                if (action instanceof ActionKeep) {
                    places.add("keep");
                } else if (action instanceof ActionFileInto into) {
                    places.add("fileinto " + into.getDestination());
                }
            }
            return places;
        }

        @Override
        public void setContext(SieveContext context) {}

        @Override
        public List<Action> getActions() {
            return actions;
        }

        @Override
        public List<String> getHeader(String name) {
            return headers.all(name);
        }

        @Override
        public List<String> getMatchingHeader(String name) {
            return headers.all(name);
        }

        @Override
        public List<String> getHeaderNames() {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < headers.size(); i++) {
                names.add(headers.name(i));
            }
            return names;
        }

        @Override
        public void addAction(Action action) {
            actions.add(action);
        }

        @Override
        public void executeActions() {}

        @Override
        public int getSize() {
            return OCTETS.length;
        }

        @Override
        public String getContentType() {
            return "text/plain";
        }

        @Override
        public boolean isInBodyText(List<String> phrases) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isInBodyRaw(List<String> phrases) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isInBodyContent(List<String> types, List<String> phrases) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Address[] parseAddresses(String field) {
            return headers.all(field).stream()
                    .flatMap(value -> MailAddress.parse(value).stream())
                    .map(Message::address)
                    .toArray(Address[]::new);
        }

        private static Address address(MailAddress address) {
            String text = address.address();
            int at = text.lastIndexOf('@');
            return new Address() {
                @Override
                public String getLocalPart() {
                    return text.substring(0, at);
                }

                @Override
                public String getDomain() {
                    return text.substring(at + 1);
                }
            };
        }
    }
}
