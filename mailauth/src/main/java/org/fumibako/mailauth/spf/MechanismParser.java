// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import java.util.Locale;
import java.util.Optional;

/** Reads one mechanism (RFC 7208 §5). */
final class MechanismParser {
    private MechanismParser() {}

    /** @param rest what follows the name: empty, or from the colon or slash on */
    static Mechanism parse(String name, String rest) throws SpfSyntaxException {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "all" -> all(rest);
            case "include" -> new Mechanism.Include(target(rest));
            case "exists" -> new Mechanism.Exists(target(rest));
            case "ptr" -> new Mechanism.Ptr(optionalTarget(rest));
            case "a" -> {
                PrefixLength length = PrefixLength.dual(rest);
                yield new Mechanism.A(optionalTarget(length.before()), length.prefix());
            }
            case "mx" -> {
                PrefixLength length = PrefixLength.dual(rest);
                yield new Mechanism.Mx(optionalTarget(length.before()), length.prefix());
            }
            case "ip4" -> IpParser.four(argument(rest));
            case "ip6" -> IpParser.six(argument(rest));
            case "redirect", "exp" -> throw new SpfSyntaxException("a modifier is written with =");
            default -> throw new SpfSyntaxException("there is no such mechanism");
        };
    }

    private static Mechanism all(String rest) throws SpfSyntaxException {
        if (!rest.isEmpty()) {
            throw new SpfSyntaxException("nothing may follow \"all\"");
        }
        return new Mechanism.All();
    }

    private static Optional<MacroString> optionalTarget(String rest) throws SpfSyntaxException {
        return rest.isEmpty() ? Optional.empty() : Optional.of(target(rest));
    }

    private static MacroString target(String rest) throws SpfSyntaxException {
        return MacroParser.domain(argument(rest));
    }

    private static String argument(String rest) throws SpfSyntaxException {
        if (!rest.startsWith(":")) {
            throw new SpfSyntaxException("a colon and a name or address have to follow");
        }
        return rest.substring(1);
    }
}
