// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SmtpReply;

/** Random events of every kind that {@link JournalEvent} permits, also of those that will be added. */
final class SampleEvents {
    private static final String LETTERS = "ab\t\n\r\0\\ \"'é文箱\ud83d\udceb";

    private final RandomGenerator random;

    SampleEvents(RandomGenerator random) {
        this.random = random;
    }

    List<JournalEvent> oneOfEach() {
        List<JournalEvent> events = new ArrayList<>();
        addOneOfEach(JournalEvent.class, events);
        return events;
    }

    private void addOneOfEach(Class<?> sealed, List<JournalEvent> events) {
        for (Class<?> type : sealed.getPermittedSubclasses()) {
            if (type.isSealed()) {
                addOneOfEach(type, events);
            } else {
                events.add(event(type));
            }
        }
    }

    private JournalEvent event(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components).map(this::value).toArray();
        try {
            return (JournalEvent) type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private Object value(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == long.class) {
            return random.nextLong(1, Long.MAX_VALUE);
        } else if (type == String.class) {
            return text();
        } else if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        } else if (type == EmailAddress.class) {
            return EmailAddress.of("\"a b\"@example.jp");
        } else if (type == Instant.class) {
            return Instant.ofEpochMilli(random.nextLong(1L << 40));
        } else if (type == SmtpReply.class) {
            return random.nextBoolean() ? SmtpReply.of(552, "5.2.2", text()) : SmtpReply.of(421, text());
        } else if (type == Optional.class && argument(component) == EmailAddress.class) {
            return random.nextBoolean() ? Optional.empty() : Optional.of(EmailAddress.of("\"a b\"@example.jp"));
        }
        throw new AssertionError("no sample of " + component);
    }

    private static Object argument(RecordComponent component) {
        return ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }

    private String text() {
        int[] letters = LETTERS.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }
}
