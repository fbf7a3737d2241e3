// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.mailauth.results.MethodResult.Property;

/** Reads the field in time linear in its length (RFC 8601 §2.2). */
final class ResultsParser {
    /** Results that are read; ours have a dozen at most. */
    static final int MAX_RESULTS = 64;

    /** Properties of one result that are read. */
    static final int MAX_PROPERTIES = 32;

    private final ResultsLexer lexer;

    ResultsParser(String body) {
        this.lexer = new ResultsLexer(body);
    }

    Optional<AuthenticationResults> read() {
        try {
            String authservId = lexer.value();
            if (!lexer.isAt(';') && !lexer.isAtEnd()) {
                lexer.version();
            }
            List<MethodResult> results = new ArrayList<>();
            while (lexer.skip(';')) {
                if (!lexer.isAtEnd() && !lexer.isAt(';')) {
                    result().ifPresent(results::add);
                }
                if (results.size() > MAX_RESULTS) {
                    return Optional.empty();
                }
            }
            return lexer.isAtEnd() ? Optional.of(new AuthenticationResults(authservId, results)) : Optional.empty();
        } catch (ResultsLexer.SyntaxException wrong) {
            return Optional.empty();
        }
    }

    /** Empty for {@code none}. */
    private Optional<MethodResult> result() throws ResultsLexer.SyntaxException {
        String method = lexer.keyword();
        if (method.equals("none") && (lexer.isAt(';') || lexer.isAtEnd())) {
            return Optional.empty();
        }
        if (lexer.skip('/')) {
            lexer.version();
        }
        lexer.expect('=');
        String result = lexer.keyword();
        Optional<String> reason = Optional.empty();
        List<Property> properties = new ArrayList<>();
        while (!lexer.isAt(';') && !lexer.isAtEnd()) {
            String name = lexer.keyword();
            if (lexer.skip('.')) {
                String property = lexer.keyword();
                lexer.expect('=');
                properties.add(new Property(name, property, lexer.value()));
            } else {
                lexer.expect('=');
                String value = lexer.value();
                reason = name.equals("reason") ? Optional.of(value) : reason;
            }
            if (properties.size() > MAX_PROPERTIES) {
                throw new ResultsLexer.SyntaxException();
            }
        }
        return Optional.of(new MethodResult(method, result.toLowerCase(Locale.ROOT), reason, properties));
    }
}
