// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How a {@link SinkMx} behaves: which extensions it offers, and where it does other than a good server would. Immutable.
 *
 * <p>A rule is for what the client sends, by its beginning in any case: {@code RCPT TO:<taro@}. Besides, there are
 * {@link #CONNECT}, {@link #HANDSHAKE} and {@link #MESSAGE}. The first rule that fits and is not used up counts.
 */
public record SinkScript(List<String> extensions, List<Rule> rules, Optional<SSLContext> tls, boolean implicitTls) {
    /** The connection was accepted, and a greeting is due. */
    public static final String CONNECT = "(connect)";

    /** STARTTLS was answered, and the handshake is due. */
    public static final String HANDSHAKE = "(handshake)";

    /** The whole message was read, and its reply is due; the message counts as received only when it is answered with 250. */
    public static final String MESSAGE = "(message)";

    /** What most servers offer. */
    public static final SinkScript MODERN = new SinkScript(
            List.of("PIPELINING", "SIZE 52428800", "8BITMIME", "SMTPUTF8", "DSN", "ENHANCEDSTATUSCODES"),
            List.of(),
            Optional.empty(),
            false);

    /** A server that offers nothing. */
    public static final SinkScript PLAIN = new SinkScript(List.of(), List.of(), Optional.empty(), false);

    public SinkScript {
        extensions = List.copyOf(extensions);
        rules = List.copyOf(rules);
    }

    /**
     * One exception from good behaviour.
     *
     * @param times how often it is made, over all connections
     */
    public record Rule(String beginning, Reaction reaction, int times) {}

    /** Always reacts so. */
    public SinkScript on(String beginning, Reaction reaction) {
        return with(new Rule(beginning, reaction, Integer.MAX_VALUE));
    }

    /** Reacts so the first time. */
    public SinkScript once(String beginning, Reaction reaction) {
        return with(new Rule(beginning, reaction, 1));
    }

    /** Offers one more extension. */
    public SinkScript offering(String extension) {
        List<String> more = new ArrayList<>(extensions);
        more.add(extension);
        return new SinkScript(more, rules, tls, implicitTls);
    }

    /** Does not offer an extension, by its keyword. */
    public SinkScript without(String keyword) {
        List<String> fewer = new ArrayList<>(extensions);
        fewer.removeIf(extension -> extension.toUpperCase(Locale.ROOT).startsWith(keyword));
        return new SinkScript(fewer, rules, tls, implicitTls);
    }

    /** Offers STARTTLS. */
    public SinkScript withStartTls(SSLContext context) {
        return new SinkScript(extensions, rules, Optional.of(context), false);
    }

    /** Begins with the handshake. */
    public SinkScript withImplicitTls(SSLContext context) {
        return new SinkScript(extensions, rules, Optional.of(context), true);
    }

    private SinkScript with(Rule rule) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(rule);
        return new SinkScript(extensions, more, tls, implicitTls);
    }
}
