// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Arguments of the commands about the connection. */
final class SessionParser {
    private SessionParser() {}

    /** {@code ID NIL} or {@code ID ("name" "Mutt" ...)} (RFC 2971 §3.1). */
    static SessionCommand.Id id(CommandText text) throws IOException, SyntaxException {
        text.space();
        Map<String, String> fields = new LinkedHashMap<>();
        if (!text.take('(')) {
            if (text.nstring().isPresent()) {
                throw new SyntaxException("Expected a list or NIL");
            }
            return new SessionCommand.Id(fields);
        }
        for (int count = 0; !text.take(')'); count++) {
            if (count == ImapLimits.MAX_ID_FIELDS) {
                throw new SyntaxException("ID has at most " + ImapLimits.MAX_ID_FIELDS + " fields");
            }
            if (count > 0) {
                text.space();
            }
            String name = Arguments.text(text.string()).toLowerCase(Locale.ROOT);
            text.space();
            Optional<byte[]> value = text.nstring();
            if (value.isPresent()) {
                fields.put(name, idValue(value.get()));
            }
        }
        return new SessionCommand.Id(fields);
    }

    private static String idValue(byte[] octets) throws SyntaxException {
        if (octets.length > ImapLimits.MAX_ID_VALUE) {
            throw new SyntaxException("A value of ID has at most " + ImapLimits.MAX_ID_VALUE + " octets");
        }
        return Arguments.text(octets);
    }

    /** {@code AUTHENTICATE PLAIN}, with an initial response perhaps (RFC 9051 §6.2.2). */
    static SessionCommand.Authenticate authenticate(CommandText text) throws SyntaxException {
        text.space();
        String mechanism = text.keyword();
        if (!text.take(' ')) {
            return new SessionCommand.Authenticate(mechanism, Optional.empty());
        }
        return new SessionCommand.Authenticate(mechanism, Optional.of(initialResponse(text.untilSpace())));
    }

    private static byte[] initialResponse(String base64) throws SyntaxException {
        if (base64.equals("=")) {
            return new byte[0];
        }
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw new SyntaxException("Initial response is not base64");
        }
    }

    static SessionCommand.Login login(CommandText text) throws IOException, SyntaxException {
        text.space();
        String user = Arguments.text(text.astring());
        text.space();
        return new SessionCommand.Login(user, text.astring());
    }

    /** {@code COMPRESS DEFLATE} (RFC 4978 §5). */
    static SessionCommand.Compress compress(CommandText text) throws SyntaxException {
        text.space();
        return new SessionCommand.Compress(text.keyword());
    }

    /** {@code ENABLE CONDSTORE ...} (RFC 5161 §3.1). */
    static SessionCommand.Enable enable(CommandText text) throws SyntaxException {
        List<String> capabilities = new ArrayList<>();
        text.space();
        do {
            capabilities.add(text.atom().toUpperCase(Locale.ROOT));
        } while (text.take(' '));
        return new SessionCommand.Enable(List.copyOf(capabilities));
    }
}
