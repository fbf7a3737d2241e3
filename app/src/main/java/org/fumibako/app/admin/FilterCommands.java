// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.fumibako.app.control.Terminal;
import org.fumibako.filter.FilterLimits;
import org.fumibako.filter.Person;
import org.fumibako.filter.SpamFilter;
import org.fumibako.filter.Verdict;
import org.fumibako.filter.message.MessageFile;
import org.fumibako.filter.message.Sample;
import org.fumibako.filter.signal.Signals;
import org.fumibako.filter.weights.SharedBase;
import org.fumibako.filter.weights.Trainer;
import org.fumibako.filter.weights.Weights;
import org.fumibako.model.DomainName;
import org.fumibako.registry.Registry;
import org.fumibako.registry.filter.Delays;
import org.fumibako.registry.filter.FilterAction;
import org.fumibako.registry.filter.FilterLevel;
import org.fumibako.registry.filter.FilterPolicies;
import org.fumibako.registry.filter.FilterPolicies.Kind;
import org.fumibako.registry.filter.FilterPolicy;
import org.fumibako.registry.filter.SenderPattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code admin filter ...}: what a domain wants of the spam filter (迷惑メールフィルタ設定). */
@Command(name = "filter", description = "What domains want of the spam filter.")
final class FilterCommands {
    /** Octets of a message that are learnt from; the filter reads less of each. */
    private static final int MAX_MESSAGE = 1024 * 1024;

    private final Registry registry;
    private final SharedBase base;
    private final Terminal terminal;

    FilterCommands(Registry registry, SharedBase base, Terminal terminal) {
        this.registry = registry;
        this.base = base;
        this.terminal = terminal;
    }

    @Command(name = "domain", description = "Shows or sets a domain's filter.")
    int domain(
            @Parameters(paramLabel = "DOMAIN") String name,
            @Option(names = "--level", paramLabel = "off|lenient|standard|strict|strictest") @Nullable String level,
            @Option(names = "--spam", paramLabel = "keep|junk|trash|delete") @Nullable String action,
            @Option(names = "--tag", paramLabel = "on|off", description = "[SPAM] before the subject") @Nullable
                    String tag,
            @Option(names = "--greylist", paramLabel = "on|off", description = "servers not known yet must try again")
                    @Nullable
                    String greylist,
            @Option(names = "--tarpit", paramLabel = "on|off", description = "who guesses addresses is answered slowly")
                    @Nullable
                    String tarpit) {
        DomainName domain = DomainName.of(name);
        FilterPolicies filters = registry.filters();
        if (Stream.of(level, action, tag, greylist, tarpit).anyMatch(Objects::nonNull)) {
            filters.set(
                    domain,
                    AdminCommands.OPERATOR,
                    before -> new FilterPolicy(
                            level == null
                                    ? before.level()
                                    : FilterLevel.valueOf(word("level", level, FilterLevel.values())),
                            action == null
                                    ? before.action()
                                    : FilterAction.valueOf(word("action", action, FilterAction.values())),
                            isOn("tag", tag, before.tag()),
                            new Delays(
                                    isOn("greylist", greylist, before.delays().greylist()),
                                    isOn("tarpit", tarpit, before.delays().tarpit())),
                            before.allowed(),
                            before.blocked()));
        }
        print(domain, filters.of(domain));
        return 0;
    }

    @Command(name = "allow", description = "Takes mail of a sender for wanted, when it is proved to be theirs.")
    int allow(@Parameters(paramLabel = "DOMAIN") String name, @Parameters(paramLabel = "PATTERN") String pattern) {
        return add(name, Kind.ALLOW, pattern);
    }

    @Command(name = "block", description = "Takes mail of a sender for spam.")
    int block(@Parameters(paramLabel = "DOMAIN") String name, @Parameters(paramLabel = "PATTERN") String pattern) {
        return add(name, Kind.BLOCK, pattern);
    }

    @Command(name = "forget", description = "Takes a sender off the domain's lists.")
    int forget(
            @Parameters(paramLabel = "DOMAIN") String name,
            @Parameters(paramLabel = "allow|block") String list,
            @Parameters(paramLabel = "PATTERN") String pattern) {
        DomainName domain = DomainName.of(name);
        Kind kind = Kind.valueOf(word("list", list, Kind.values()));
        registry.filters().remove(domain, kind, SenderPattern.parse(pattern), AdminCommands.OPERATOR);
        print(domain, registry.filters().of(domain));
        return 0;
    }

    @Command(
            name = "learn",
            description = "Learns what is spam to everybody from two folders on the server with one message a file;"
                    + " it takes the place of what was learnt so before.")
    int learn(@Parameters(paramLabel = "SPAM") Path spam, @Parameters(paramLabel = "WANTED") Path wanted) {
        try {
            Trainer trainer = new Trainer();
            for (Path file : messages(spam)) {
                trainer.learn(octets(file), true);
            }
            for (Path file : messages(wanted)) {
                trainer.learn(octets(file), false);
            }
            Weights weights = trainer.weights();
            base.replace(weights);
            terminal.out()
                    .println("learnt from " + weights.spam() + " spam and " + weights.ham() + " wanted messages, "
                            + weights.size() + " words");
            return 0;
        } catch (IOException failed) {
            throw new IllegalArgumentException("Nothing was learnt: " + failed, failed);
        }
    }

    @Command(
            name = "try",
            description =
                    "Says what the filter thinks of messages in a folder on the server, one a file, if nobody knew them;"
                            + " and how many of them would be spam at each level.")
    int tryFolder(@Parameters(paramLabel = "FOLDER") Path folder) {
        SpamFilter filter = new SpamFilter(Signals.ofMessage(), base, FilterLimits.DEFAULT);
        Map<FilterLevel, Integer> spam = new EnumMap<>(FilterLevel.class);
        try {
            List<Path> files = messages(folder);
            for (Path file : files) {
                Sample sample = MessageFile.read(octets(file), Instant.now());
                Verdict verdict = filter.judge(filter.examine(sample), Person.STRANGER);
                terminal.out().println(verdict.points() + "  " + folder.relativize(file) + "  " + verdict.codes());
                for (FilterLevel level : FilterLevel.values()) {
                    spam.merge(level, verdict.score() >= level.threshold() ? 1 : 0, Integer::sum);
                }
            }
            spam.forEach((level, count) ->
                    terminal.out().println(lower(level) + ": " + count + " of " + files.size() + " are spam"));
            return 0;
        } catch (IOException failed) {
            throw new IllegalArgumentException("The messages cannot be read: " + failed, failed);
        }
    }

    private static List<Path> messages(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .sorted()
                    .limit(Trainer.MAX_MESSAGES)
                    .toList();
        }
    }

    private static byte[] octets(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_MESSAGE);
        }
    }

    private int add(String name, Kind kind, String pattern) {
        DomainName domain = DomainName.of(name);
        registry.filters().add(domain, kind, SenderPattern.parse(pattern), AdminCommands.OPERATOR);
        print(domain, registry.filters().of(domain));
        return 0;
    }

    private void print(DomainName domain, FilterPolicy policy) {
        terminal.out()
                .println(domain + "  level " + lower(policy.level()) + "  spam " + lower(policy.action()) + "  tag "
                        + onOff(policy.tag()) + "  greylist "
                        + onOff(policy.delays().greylist()) + "  tarpit "
                        + onOff(policy.delays().tarpit()));
        policy.allowed().forEach(pattern -> terminal.out().println("  allow " + pattern));
        policy.blocked().forEach(pattern -> terminal.out().println("  block " + pattern));
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** The name of the constant that was meant. */
    private static String word(String what, String text, Enum<?>[] words) {
        for (Enum<?> word : words) {
            if (lower(word).equals(text)) {
                return word.name();
            }
        }
        throw new IllegalArgumentException("There is no " + what + " \"" + text + "\".");
    }

    private static boolean isOn(String what, @Nullable String word, boolean before) {
        return switch (word) {
            case null -> before;
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("The " + what + " is on or off, not " + word + ".");
        };
    }
}
