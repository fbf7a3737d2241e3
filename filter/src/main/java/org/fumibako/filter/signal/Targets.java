// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.signal;

import java.util.Locale;
import java.util.Set;
import org.fumibako.filter.Reason;
import org.fumibako.filter.Reasons;
import org.fumibako.filter.Signal;
import org.fumibako.filter.message.Hosts;
import org.fumibako.filter.message.Link;
import org.fumibako.filter.message.Sample;

/** Where the links lead. */
public final class Targets implements Signal {
    private static final Reason LINK_MISMATCH =
            new Reason("LINK_MISMATCH", 2.0, "リンクの表示と実際の行き先が違います。", "A link shows one address and leads to another.");
    private static final Reason LINK_TO_NUMBER =
            new Reason("LINK_TO_NUMBER", 1.5, "リンク先がサーバー名ではなく番号です。", "A link leads to a number, not to a name.");
    private static final Reason LINK_WITH_USER = new Reason(
            "LINK_WITH_USER", 1.5, "リンク先が別のサイトのように見せかけています。", "A link makes believe that it leads elsewhere.");
    private static final Reason LINK_LOOKALIKE =
            new Reason("LINK_LOOKALIKE", 0.8, "リンク先の名前が国際化ドメイン名です。", "A link leads to a name in another script.");
    private static final Reason LINK_SHORTENED =
            new Reason("LINK_SHORTENED", 0.7, "短縮 URL で行き先が隠されています。", "A link hides where it leads (shortened).");

    private static final Set<String> SHORTENERS = Set.of(
            "bit.ly",
            "tinyurl.com",
            "t.co",
            "goo.gl",
            "is.gd",
            "ow.ly",
            "x.gd",
            "onl.tw",
            "00m.in",
            "cutt.ly",
            "rebrand.ly",
            "s.id",
            "t.ly",
            "ux.nu",
            "rb.gy");

    @Override
    public void examine(Sample sample, Reasons into) {
        for (Link link : sample.links()) {
            if (link.host().isEmpty()) {
                continue;
            }
            boolean list = sample.headers().first("List-Unsubscribe").isPresent();
            into.addIf(isMismatch(link), list ? LINK_MISMATCH.worth(1.0) : LINK_MISMATCH);
            into.addIf(isNumber(link.host()), LINK_TO_NUMBER);
            into.addIf(hasUser(link.target()), LINK_WITH_USER);
            into.addIf(link.host().contains("xn--"), LINK_LOOKALIKE);
            into.addIf(SHORTENERS.contains(link.host()), LINK_SHORTENED);
        }
    }

    /** The text is an address itself, of somebody else's. */
    private static boolean isMismatch(Link link) {
        String shown = link.shown().toLowerCase(Locale.ROOT);
        boolean address = shown.startsWith("http://") || shown.startsWith("https://") || shown.startsWith("www.");
        if (!address || shown.chars().anyMatch(Character::isWhitespace)) {
            return false;
        }
        String host = Hosts.ofUri(shown.startsWith("www.") ? "http://" + shown : shown);
        return host.indexOf('.') > 0 && !Hosts.related(host, link.host());
    }

    private static boolean isNumber(String host) {
        return !host.isEmpty()
                && (host.startsWith("[")
                        || host.startsWith("0x")
                        || host.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.'));
    }

    private static boolean hasUser(String target) {
        int begin = target.indexOf("//") + 2;
        int slash = target.indexOf('/', begin);
        String authority = target.substring(begin, slash < 0 ? target.length() : slash);
        int at = authority.indexOf('@');
        return at > 0 && authority.lastIndexOf('.', at) > 0;
    }
}
