// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.jmap.mail.LongSet;
import org.fumibako.jmap.mail.MailIndex;
import org.fumibako.jmap.standard.Filter;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.model.MailboxId;
import org.fumibako.search.TextField;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a test of a filter (RFC 8621 §4.4.1). */
final class EmailFilter {
    private static final int STRUCTURE = 1;

    private final MailIndex index;
    private final Words words;
    private final Attachments attachments;

    EmailFilter(MailIndex index, Words words, Attachments attachments) {
        this.index = index;
        this.words = words;
        this.attachments = attachments;
    }

    /** Refuses what is no condition, or has a value of the wrong kind. */
    static ObjectNode checked(ObjectNode condition) throws MethodException {
        for (Map.Entry<String, JsonNode> entry : condition.properties()) {
            JsonNode value = entry.getValue();
            Optional<Boolean> right = switch (entry.getKey()) {
                case "inMailbox",
                        "hasKeyword",
                        "notKeyword",
                        "allInThreadHaveKeyword",
                        "someInThreadHaveKeyword",
                        "noneInThreadHaveKeyword",
                        "text",
                        "from",
                        "to",
                        "cc",
                        "bcc",
                        "subject",
                        "body" -> Optional.of(value.isString());
                case "before", "after" -> Optional.of(date(value).isPresent());
                case "minSize", "maxSize" ->
                    Optional.of(value.isIntegralNumber()
                            && value.canConvertToLong()
                            && value.longValue() >= 0
                            && value.longValue() <= Arguments.MAX_INT);
                case "hasAttachment" -> Optional.of(value.isBoolean());
                case "inMailboxOtherThan" -> Optional.of(isTexts(value));
                case "header" -> Optional.of(isTexts(value) && (value.size() == 1 || value.size() == 2));
                default -> Optional.empty();
            };
            if (!right.orElseThrow(
                    () -> new MethodException("unsupportedFilter", "There is no condition " + entry.getKey() + "."))) {
                throw MethodException.invalidArguments("The condition " + entry.getKey() + " is malformed.");
            }
        }
        return condition;
    }

    private static boolean isTexts(JsonNode value) {
        return value.isArray() && value.valueStream().allMatch(JsonNode::isString);
    }

    static Optional<Instant> date(JsonNode value) {
        try {
            return value.isString()
                    ? Optional.of(OffsetDateTime.parse(value.stringValue()).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Test of(Filter<ObjectNode> filter) {
        return switch (filter) {
            case Filter.Condition<ObjectNode>(ObjectNode condition) -> all(tests(condition));
            case Filter.Operator<ObjectNode>(Filter.Kind kind, List<Filter<ObjectNode>> operands) -> {
                List<Test> tests = operands.stream().map(this::of).toList();
                yield switch (kind) {
                    case AND -> all(tests);
                    case OR -> any(tests);
                    case NOT -> {
                        Test any = any(tests);
                        yield new Test(any.cost(), email -> !any.check().test(email));
                    }
                };
            }
        };
    }

    private static List<Test> cheapFirst(List<Test> tests) {
        return tests.stream().sorted(Comparator.comparingInt(Test::cost)).toList();
    }

    private static int cost(List<Test> tests) {
        return tests.stream().mapToInt(Test::cost).max().orElse(0);
    }

    private static Test all(List<Test> tests) {
        List<Test> ordered = cheapFirst(tests);
        return new Test(cost(tests), email -> {
            for (Test test : ordered) {
                if (!test.check().test(email)) {
                    return false;
                }
            }
            return true;
        });
    }

    private static Test any(List<Test> tests) {
        List<Test> ordered = cheapFirst(tests);
        return new Test(
                cost(tests),
                email -> ordered.stream().anyMatch(test -> test.check().test(email)));
    }

    private List<Test> tests(ObjectNode condition) {
        List<Test> tests = new ArrayList<>();
        condition.properties().forEach(entry -> tests.add(test(entry.getKey(), entry.getValue())));
        return tests;
    }

    private Test test(String name, JsonNode value) {
        return switch (name) {
            case "inMailbox" -> inMailbox(value.stringValue());
            case "inMailboxOtherThan" -> outside(value);
            case "before" -> before(date(value).orElseThrow());
            case "after" -> {
                Test before = before(date(value).orElseThrow());
                yield Test.cheap(email -> !before.check().test(email));
            }
            case "minSize" -> Test.cheap(email -> email.size() >= value.longValue());
            case "maxSize" -> Test.cheap(email -> email.size() < value.longValue());
            case "hasKeyword" -> keyword(value.stringValue(), true);
            case "notKeyword" -> keyword(value.stringValue(), false);
            case "allInThreadHaveKeyword" -> thread(value.stringValue(), false, false);
            case "someInThreadHaveKeyword" -> thread(value.stringValue(), true, true);
            case "noneInThreadHaveKeyword" -> thread(value.stringValue(), true, false);
            case "hasAttachment" ->
                new Test(STRUCTURE, email -> attachments.has(email.contentId()) == value.booleanValue());
            case "text" -> words.anywhere(value.stringValue());
            case "header" ->
                words.field(
                        value.get(0).stringValue(),
                        value.size() == 2 ? value.get(1).stringValue() : "");
            default -> words.in(TextField.valueOf(name.toUpperCase(java.util.Locale.ROOT)), value.stringValue());
        };
    }

    private static Test before(Instant moment) {
        long millis = moment.toEpochMilli();
        return Test.cheap(email -> email.receivedAt() < millis);
    }

    private static Test inMailbox(String id) {
        Optional<MailboxId> mailbox = Ids.mailbox(id);
        return Test.cheap(email -> mailbox.isPresent() && email.isIn(mailbox.get()));
    }

    private static Test outside(JsonNode ids) {
        Set<MailboxId> mailboxes = new HashSet<>();
        ids.valueStream().forEach(id -> Ids.mailbox(id.stringValue()).ifPresent(mailboxes::add));
        return Test.cheap(email -> email.isOutside(mailboxes));
    }

    private static Test keyword(String keyword, boolean wanted) {
        return Test.cheap(email -> Keywords.has(email.flags(), keyword) == wanted);
    }

    /** Whether the thread is among those with an email that has the keyword, or that lacks it. */
    private Test thread(String keyword, boolean having, boolean wanted) {
        LongSet threads = threads(index, keyword, having);
        return Test.cheap(email -> threads.contains(email.threadId()) == wanted);
    }

    static LongSet threads(MailIndex index, String keyword, boolean having) {
        LongSet threads = new LongSet(64);
        index.forEach(email -> {
            if (Keywords.has(email.flags(), keyword) == having) {
                threads.add(email.threadId());
            }
        });
        return threads;
    }
}
