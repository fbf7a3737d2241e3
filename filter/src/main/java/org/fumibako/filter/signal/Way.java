// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.signal;

import java.net.InetAddress;
import java.util.Locale;
import org.fumibako.filter.Reason;
import org.fumibako.filter.Reasons;
import org.fumibako.filter.Signal;
import org.fumibako.filter.message.Circumstances;
import org.fumibako.filter.message.Hosts;
import org.fumibako.filter.message.Sample;

/** What the server called itself that brought it (RFC 5321 §4.1.1.1). */
public final class Way implements Signal {
    private static final Reason HELO_IS_OURS = new Reason(
            "HELO_IS_OURS", 3.0, "送信元のサーバーが、宛先のドメインを名乗っています。", "The server that sent it uses your domain's name.");
    private static final Reason HELO_IS_NO_NAME = new Reason(
            "HELO_IS_NO_NAME", 1.0, "送信元のサーバーが正しい名前を名乗っていません。", "The server that sent it gives no full name.");
    private static final Reason HELO_IS_ADDRESS = new Reason(
            "HELO_IS_ADDRESS",
            1.0,
            "送信元のサーバーが名前ではなく番号を名乗っています。",
            "The server that sent it gives a number for its name.");
    private static final Reason HELO_IS_DIALUP = new Reason(
            "HELO_IS_DIALUP",
            1.0,
            "送信元がメールサーバーではなく、家庭用の回線のようです。",
            "It seems to come from a private line, not from a mail server.");

    @Override
    public void examine(Sample sample, Reasons into) {
        Circumstances circumstances = sample.circumstances();
        String helo = circumstances.helo().toLowerCase(Locale.ROOT);
        if (circumstances.client().isEmpty()
                || helo.isEmpty()
                || isNear(circumstances.client().get())) {
            return;
        }
        into.addIf(isOurs(circumstances, helo), HELO_IS_OURS);
        if (helo.startsWith("[") || isNumbers(helo)) {
            into.add(HELO_IS_ADDRESS);
        } else {
            into.addIf(
                    helo.indexOf('.') < 0 || helo.endsWith(".local") || helo.endsWith(".localdomain"), HELO_IS_NO_NAME);
            into.addIf(isDialup(helo, circumstances.client().get()), HELO_IS_DIALUP);
        }
    }

    private static boolean isNear(InetAddress client) {
        return client.isLoopbackAddress() || client.isSiteLocalAddress() || client.isLinkLocalAddress();
    }

    private static boolean isOurs(Circumstances circumstances, String helo) {
        return circumstances.recipients().stream()
                .anyMatch(recipient -> recipient.domain().ascii().equals(helo));
    }

    private static boolean isNumbers(String helo) {
        return helo.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == ':');
    }

    /** A name that is made of the address by a provider. */
    private static boolean isDialup(String helo, InetAddress client) {
        byte[] octets = client.getAddress();
        if (octets.length != 4) {
            return false;
        }
        String host = helo.substring(
                0,
                helo.length() - Math.min(helo.length(), Hosts.registered(helo).length()));
        int found = 0;
        for (byte octet : octets) {
            found += host.contains(Integer.toString(octet & 0xff)) ? 1 : 0;
        }
        return found >= 3 && host.chars().filter(Character::isDigit).count() >= 6;
    }
}
