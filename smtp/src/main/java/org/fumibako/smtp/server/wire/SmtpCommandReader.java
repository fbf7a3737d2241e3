// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server.wire;

import java.util.Locale;
import java.util.Optional;
import org.fumibako.smtp.server.wire.PathReader.Path;

/** Reads one command line (RFC 5321 §4.1.1). Pure: the same octets give the same command. */
public final class SmtpCommandReader {
    private SmtpCommandReader() {}

    /**
     * @param line the octets before CRLF
     * @throws SmtpSyntaxException with the reply, for what is not a command of this server
     */
    public static SmtpCommand read(byte[] line) throws SmtpSyntaxException {
        String text = SmtpLine.text(line);
        int space = text.indexOf(' ');
        String verb = (space < 0 ? text : text.substring(0, space)).toUpperCase(Locale.ROOT);
        String rest = space < 0 ? "" : text.substring(space + 1).strip();
        if (line.length > SmtpLine.MAX_COMMAND && !verb.equals("AUTH")) {
            throw new SmtpSyntaxException(500, "5.5.2", "The command line is too long");
        }
        return command(verb, rest);
    }

    private static SmtpCommand command(String verb, String rest) throws SmtpSyntaxException {
        return switch (verb) {
            case "MAIL" -> mail(rest);
            case "RCPT" -> rcpt(rest);
            case "BDAT" -> bdat(rest);
            case "DATA" -> plain(rest, new SmtpCommand.Data());
            case "RSET" -> plain(rest, new SmtpCommand.Rset());
            case "QUIT" -> plain(rest, new SmtpCommand.Quit());
            case "STARTTLS" -> plain(rest, new SmtpCommand.StartTls());
            case "EHLO" -> new SmtpCommand.Ehlo(HeloName.check(rest));
            case "HELO" -> new SmtpCommand.Helo(HeloName.check(rest));
            case "LHLO" -> new SmtpCommand.Lhlo(HeloName.check(rest));
            case "AUTH" -> auth(rest);
            case "NOOP" -> new SmtpCommand.Noop();
            case "VRFY" -> new SmtpCommand.Vrfy();
            case "EXPN" -> new SmtpCommand.Expn();
            case "HELP" -> new SmtpCommand.Help();
            case "ETRN", "ATRN", "TURN", "SEND", "SOML", "SAML" -> new SmtpCommand.NotOffered();
            case "GET", "POST", "PUT", "HEAD", "OPTIONS", "CONNECT" -> new SmtpCommand.Foreign();
            default -> unknown(verb);
        };
    }

    private static SmtpCommand unknown(String verb) throws SmtpSyntaxException {
        if (verb.endsWith(":") && verb.length() > 1) {
            return new SmtpCommand.Foreign();
        }
        throw new SmtpSyntaxException(500, "5.5.1", "Command not recognized");
    }

    private static SmtpCommand plain(String rest, SmtpCommand command) throws SmtpSyntaxException {
        if (!rest.isEmpty()) {
            throw new SmtpSyntaxException(501, "5.5.4", "The command takes no argument");
        }
        return command;
    }

    private static SmtpCommand mail(String rest) throws SmtpSyntaxException {
        Path path = PathReader.reverse(afterKeyword(rest, "FROM:", "MAIL FROM:<address>"));
        MailParameters parameters = ParameterReader.mail(path.rest());
        if (!parameters.smtpUtf8() && path.address().isPresent() && !isAscii(rest)) {
            throw new SmtpSyntaxException(553, "5.6.7", "A UTF-8 address needs the parameter SMTPUTF8");
        }
        return new SmtpCommand.Mail(path.address(), parameters);
    }

    private static SmtpCommand rcpt(String rest) throws SmtpSyntaxException {
        Path path = PathReader.forward(afterKeyword(rest, "TO:", "RCPT TO:<address>"));
        return new SmtpCommand.Rcpt(path.address(), ParameterReader.rcpt(path.rest()), !isAscii(rest));
    }

    /** Some clients put a space before the path; RFC 5321 §3.3 does not allow it and nothing is lost by bearing it. */
    private static String afterKeyword(String rest, String keyword, String form) throws SmtpSyntaxException {
        if (!rest.regionMatches(true, 0, keyword, 0, keyword.length())) {
            throw new SmtpSyntaxException(501, "5.5.4", "Write " + form);
        }
        return rest.substring(keyword.length()).stripLeading();
    }

    /** After a BDAT that cannot be read nobody knows where the chunk ends: the session must. */
    private static SmtpCommand bdat(String rest) throws SmtpSyntaxException {
        try {
            return chunk(rest);
        } catch (SmtpSyntaxException broken) {
            throw broken.thatEndsTheSession();
        }
    }

    private static SmtpCommand chunk(String rest) throws SmtpSyntaxException {
        String[] part = rest.split(" +", -1);
        boolean last = part.length == 2 && part[1].equalsIgnoreCase("LAST");
        if (part.length > 2 || (part.length == 2 && !last)) {
            throw new SmtpSyntaxException(501, "5.5.4", "Write BDAT size [LAST]");
        }
        return new SmtpCommand.Bdat(ParameterReader.number(part[0]), last);
    }

    private static SmtpCommand auth(String rest) throws SmtpSyntaxException {
        String[] part = rest.split(" +", -1);
        if (part.length > 2 || part[0].isEmpty()) {
            throw new SmtpSyntaxException(501, "5.5.4", "Write AUTH mechanism [initial-response]");
        }
        Optional<String> initial = part.length == 2 ? Optional.of(part[1]) : Optional.empty();
        return new SmtpCommand.Auth(part[0].toUpperCase(Locale.ROOT), initial);
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
